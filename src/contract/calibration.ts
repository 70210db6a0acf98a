import * as z from 'zod/mini';
import { BlindCode } from '@domain/entry/entry.ts';
import { Id } from '@domain/kernel/ids.ts';
import { lineOfText, text } from '@domain/kernel/text.ts';
import { LEAST_REFERENCES, MOST_REFERENCES, ReferenceLine } from '@domain/judging/calibration.ts';
import { CriterionView, Points } from '@domain/judging/sheet.ts';
import { ToldView } from '@domain/story/told.ts';
import { route } from './route.ts';

export const CalibrationList = z.object({
  /** The real sheets open after it. */
  required: z.boolean(),
  finished: z.boolean(),
  open: z.boolean(),
  references: z.array(
    z.object({
      id: Id,
      title: z.string(),
      pageCount: z.int(),
      /** What the judge gave in all; null before. */
      total: z.nullable(z.int()),
      /** On how many criteria that was at or near the reference. */
      near: z.nullable(z.int()),
    }),
  ),
});
export type CalibrationList = z.infer<typeof CalibrationList>;

/** A reference entry as a judge sees it. Closed, as everything that judges are told of an entry. */
export const ReferenceView = z.object({
  id: Id,
  title: z.string(),
  captions: z.array(z.string()),
  altTexts: z.array(z.string()),
  criteria: z.array(CriterionView),
  open: z.boolean(),
  own: z.nullable(Points),
  /** Told once the judge has scored it. */
  organiser: z.nullable(z.object({ comment: z.string(), lines: z.array(ReferenceLine) })),
});
export type ReferenceView = z.infer<typeof ReferenceView>;

export const listCalibration = route({
  id: 'listCalibration',
  method: 'get',
  path: '/api/calibration',
  action: 'calibration.read',
  summary: 'The reference entries to score first, and how far the judge is',
  answer: CalibrationList,
});

export const readReference = route({
  id: 'readReference',
  method: 'get',
  path: '/api/calibration/:referenceId',
  action: 'calibration.read',
  summary: 'A reference entry; once scored, with the organiser’s points and comments',
  answer: ReferenceView,
});

export const readReferencePage = route({
  id: 'readReferencePage',
  method: 'get',
  path: '/api/calibration/:referenceId/pages/:page',
  action: 'calibration.read',
  summary: 'A page of the reference entry (page counts from 1)',
  bytes: { out: 'image/webp' },
});

export const readReferenceTold = route({
  id: 'readReferenceTold',
  method: 'get',
  path: '/api/calibration/:referenceId/told',
  action: 'calibration.read',
  summary: 'The telling of a reference entry, without hashes',
  answer: z.object({ told: z.nullable(ToldView) }),
});

export const readReferenceSound = route({
  id: 'readReferenceSound',
  method: 'get',
  path: '/api/calibration/:referenceId/told/:recording',
  action: 'calibration.read',
  summary: 'A recording of that telling (counted from 0)',
  bytes: { out: 'audio/*' },
});

export const scoreReference = route({
  id: 'scoreReference',
  method: 'post',
  path: '/api/calibration/:referenceId',
  action: 'calibration.write',
  summary: 'Score a reference entry; what was given first stays',
  body: z.object({ points: Points }),
  answer: ReferenceView,
});

const ReferenceInput = z.object({
  entryId: Id,
  comment: text(0, 600),
  lines: z.array(ReferenceLine).check(z.maxLength(12)),
});

const Candidate = z.object({
  entryId: Id,
  blindCode: BlindCode,
  title: z.string(),
  pageCount: z.int(),
});
export type Candidate = z.infer<typeof Candidate>;

export const References = z.object({
  required: z.boolean(),
  /** Nobody has scored yet: they may still change. */
  open: z.boolean(),
  criteria: z.array(CriterionView),
  references: z.array(z.extend(ReferenceInput, { ...Candidate.shape, ready: z.boolean() })),
});
export type References = z.infer<typeof References>;

export const readReferences = route({
  id: 'readReferences',
  method: 'get',
  path: '/api/organiser/references',
  action: 'reference.read',
  summary: 'The reference entries of the round, with points and comments',
  answer: References,
});

export const findReferenceCandidates = route({
  id: 'findReferenceCandidates',
  method: 'post',
  path: '/api/organiser/references/candidates',
  action: 'reference.read',
  summary: 'Submitted entries by code or title, at most 24',
  body: z.object({ search: lineOfText(0, 60) }),
  answer: z.object({ entries: z.array(Candidate) }),
});

export const saveReferences = route({
  id: 'saveReferences',
  method: 'put',
  path: '/api/organiser/references',
  action: 'reference.write',
  summary: 'Name the reference entries, in their order: none, or 2 to 5, each with all points',
  body: z.object({
    references: z.array(ReferenceInput).check(
      z.maxLength(MOST_REFERENCES),
      z.refine((all) => all.length === 0 || all.length >= LEAST_REFERENCES),
      z.refine((all) => new Set(all.map(({ entryId }) => entryId)).size === all.length),
    ),
  }),
  answer: References,
});

export const readEntryPage = route({
  id: 'readEntryPage',
  method: 'get',
  path: '/api/organiser/entries/:entryId/pages/:page',
  action: 'reference.read',
  summary: 'A page of a submitted entry as judges see it (page counts from 1)',
  bytes: { out: 'image/webp' },
});
