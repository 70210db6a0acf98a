import * as z from 'zod/mini';
import { CriterionInput, EditionFacts, RoundPhaseName, UnitName } from '@domain/contest/edition.ts';
import { EditionSettings } from '@domain/contest/settings.ts';
import { CriterionView } from '@domain/judging/sheet.ts';
import { Id } from '@domain/kernel/ids.ts';
import { UnitRow } from './organiser.ts';
import { route } from './route.ts';

const SettingsSection = z.enum([
  'telling',
  'judging',
  'divisions',
  'prizes',
  'anchors',
  'calibration',
  'quiz',
]);

/** A criterion that stays keeps its id; a new one has none. */
export const CriterionEdit = z.extend(CriterionInput, { id: z.nullable(Id) });

/** What an organiser may still change of an edition, and what no longer. */
export const Rules = z.object({
  /** Sent back with a change, so that nobody overwrites what they have not seen. */
  version: z.int(),
  phase: RoundPhaseName,
  judgingBegan: z.boolean(),
  edition: EditionFacts,
  criteria: z.array(CriterionView),
  settings: EditionSettings,
  closed: z.object({
    edition: z.array(z.enum(['opensAt', 'closesAt', 'pages', 'judgesPerEntry', 'criteria'])),
    settings: z.array(SettingsSection),
  }),
});
export type Rules = z.infer<typeof Rules>;

export const readRules = route({
  id: 'readRules',
  method: 'get',
  path: '/api/organiser/rules',
  action: 'edition.read',
  summary: 'The rules of the edition, and which of them can still change',
  answer: Rules,
});

export const saveSettings = route({
  id: 'saveSettings',
  method: 'put',
  path: '/api/organiser/rules/settings',
  action: 'edition.edit',
  summary: 'Change sections of the rules; sections that are left out stay as they are',
  body: z.object({ version: z.int(), settings: z.partial(z.object(EditionSettings.shape)) }),
  answer: Rules,
});

export const saveEdition = route({
  id: 'saveEdition',
  method: 'put',
  path: '/api/organiser/rules/edition',
  action: 'edition.edit',
  summary: 'Change name, theme, and what has not come to pass of times, pages, and rubric',
  body: z.object({
    version: z.int(),
    edition: EditionFacts,
    criteria: z.array(CriterionEdit).check(z.minLength(1), z.maxLength(12)),
  }),
  answer: Rules,
});

export const renameUnit = route({
  id: 'renameUnit',
  method: 'put',
  path: '/api/organiser/units/:unitId',
  action: 'edition.set-up',
  summary: 'Give a commune or school another name',
  body: z.object({ name: UnitName }),
  answer: UnitRow,
});

export const removeUnit = route({
  id: 'removeUnit',
  method: 'delete',
  path: '/api/organiser/units/:unitId',
  action: 'edition.set-up',
  summary: 'Remove a commune or school that nobody belongs to',
});
