import * as z from 'zod/mini';
import { EpochMs, Id } from '../kernel/ids.ts';
import { lineOfText, text } from '../kernel/text.ts';
import { CriterionWork, LevelTexts } from '../judging/levels.ts';
import { MAX_PAGES } from '../story/limits.ts';
import type { EditionSettings } from './settings.ts';
import { TellingSettings } from './telling-settings.ts';
import { phaseOf, ROUND_PHASES, type RoundTimes, submissionEndsAt } from './round.ts';

export const RoundPhaseName = z.enum(ROUND_PHASES);

export const CriterionInput = z.object({
  name: lineOfText(2, 80),
  description: text(0, 400),
  maxPoints: z.int().check(z.gte(1), z.lte(100)),
  work: z.optional(CriterionWork),
  levels: z.optional(LevelTexts),
});
export type CriterionInput = z.infer<typeof CriterionInput>;

const facts = {
  name: lineOfText(3, 120),
  theme: text(0, 300),
  minPages: z.int().check(z.gte(1), z.lte(MAX_PAGES)),
  maxPages: z.int().check(z.gte(1), z.lte(MAX_PAGES)),
  opensAt: EpochMs,
  closesAt: EpochMs,
  judgesPerEntry: z.int().check(z.gte(1), z.lte(9)),
};

type Ranges = { minPages: number; maxPages: number; opensAt: number; closesAt: number };
const pagesInOrder = (edition: Ranges) => edition.minPages <= edition.maxPages;
const timesInOrder = (edition: Ranges) => edition.opensAt < edition.closesAt;

/** What may be changed of an edition that is set up, as long as it has not come to pass. */
export const EditionFacts = z.object(facts).check(z.refine(pagesInOrder), z.refine(timesInOrder));
export type EditionFacts = z.infer<typeof EditionFacts>;

/** What an organiser sets up before a contest begins. */
export const EditionInput = z
  .object({
    ...facts,
    province: lineOfText(2, 80),
    criteria: z.array(CriterionInput).check(z.minLength(1), z.maxLength(12)),
  })
  .check(z.refine(pagesInOrder), z.refine(timesInOrder));
export type EditionInput = z.infer<typeof EditionInput>;

/** What anybody may know of the running edition. */
export const EditionView = z.object({
  id: Id,
  name: z.string(),
  province: z.string(),
  theme: z.string(),
  minPages: z.int(),
  maxPages: z.int(),
  phase: RoundPhaseName,
  opensAt: EpochMs,
  closesAt: EpochMs,
  telling: TellingSettings,
});
export type EditionView = z.infer<typeof EditionView>;

/** An edition with its (for now only) round. */
export type Edition = {
  readonly id: Id;
  readonly name: string;
  readonly provinceId: Id;
  readonly province: string;
  readonly theme: string;
  readonly minPages: number;
  readonly maxPages: number;
  readonly judgesPerEntry: number;
  readonly isDemo: boolean;
  readonly settings: EditionSettings;
  /** Counts every change of the rules. */
  readonly rulesVersion: number;
  readonly round: RoundTimes & { readonly id: Id };
};

/** `closesAt` is the moment that counts: earlier than announced when the organiser ended it early. */
export function editionView(edition: Edition, now: EpochMs): EditionView {
  const { id, name, province, theme, minPages, maxPages, round, settings } = edition;
  return {
    id,
    name,
    province,
    theme,
    minPages,
    maxPages,
    phase: phaseOf(round, now),
    opensAt: round.opensAt,
    closesAt: submissionEndsAt(round),
    telling: settings.telling,
  };
}

/** The tree of units: province → commune or ward → school (no district level since 1/7/2025). */
export const UnitKind = z.enum(['province', 'commune', 'school']);
export type UnitKind = z.infer<typeof UnitKind>;
export const UnitName = lineOfText(2, 120);
