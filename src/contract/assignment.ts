import * as z from 'zod/mini';
import { EpochMs, Id } from '@domain/kernel/ids.ts';
import { lineOfText } from '@domain/kernel/text.ts';
import { TieKind } from '@domain/judging/assignment/ties.ts';
import { route } from './route.ts';

const Seed = z.int().check(z.gte(0), z.lte(2 ** 31 - 1));
const SeatView = z.object({ entryId: Id, judgeId: Id });
const Cause = z.enum(['conflicts', 'capacity']);

/** What was asked for and could not be had, in numbers and ids; the web app says it in words. */
export const UnmetView = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('seats-missing'),
    entryId: Id,
    wanted: z.int(),
    seated: z.int(),
    cause: Cause,
  }),
  z.object({
    kind: z.literal('division-apart'),
    divisionId: z.string(),
    components: z.int(),
    cause: Cause,
  }),
  z.object({ kind: z.literal('loads-uneven'), least: z.int(), most: z.int() }),
  z.object({ kind: z.literal('over-capacity'), judgeId: Id, capacity: z.int(), load: z.int() }),
  z.object({ kind: z.literal('begun-in-conflict'), entryId: Id, judgeId: Id }),
  z.object({ kind: z.literal('panel-of-one-unit'), entryId: Id, unitId: Id }),
]);
export type UnmetView = z.infer<typeof UnmetView>;

/** A run of assigning: what it gives, and how the whole round stands after it. */
export const AssignmentReportView = z.object({
  seed: Seed,
  judgesPerEntry: z.int(),
  entries: z.int(),
  added: z.int(),
  removed: z.int(),
  /** Sheets of judges who must not see the entry, taken out whatever their state. */
  takenOut: z.array(z.extend(SeatView, { begun: z.boolean() })),
  loads: z.array(
    z.object({
      judgeId: Id,
      before: z.int(),
      load: z.int(),
      capacity: z.nullable(z.int()),
      /** Entries that conflicts keep from the judge. */
      barred: z.int(),
    }),
  ),
  pairs: z.array(z.object({ a: Id, b: Id, entries: z.int() })),
  pairSpread: z.object({ least: z.int(), most: z.int(), mean: z.number() }),
  divisions: z.array(
    z.object({
      divisionId: z.string(),
      name: z.string(),
      entries: z.int(),
      judges: z.int(),
      seats: z.int(),
      components: z.int(),
      links: z.array(SeatView),
    }),
  ),
  anchors: z.array(Id),
  /** By the rules; a small round draws none all the same. */
  anchorsWanted: z.int(),
  /** The first few hundred. */
  unmet: z.array(UnmetView),
  unmetCount: z.int(),
  /** Seat by seat, the first few hundred; empty in a round that had none before. */
  changes: z.array(z.extend(SeatView, { change: z.enum(['added', 'removed']) })),
  /** Judges by name, and entries that are named above by blind code. */
  judgeNames: z.record(z.string(), z.string()),
  blindCodes: z.record(z.string(), z.string()),
  unitNames: z.record(z.string(), z.string()),
});
export type AssignmentReportView = z.infer<typeof AssignmentReportView>;

export const TieView = z.object({
  /** Null where the tie follows from other data and cannot be taken away here. */
  id: z.nullable(Id),
  kind: TieKind,
  subjectId: Id,
  name: z.string(),
  detail: z.string(),
  source: z.enum(['organiser', 'judge', 'derived']),
  note: z.string(),
});
export type TieView = z.infer<typeof TieView>;

export const JudgeRow = z.object({
  judgeId: Id,
  fullName: z.string(),
  email: z.string(),
  active: z.boolean(),
  capacity: z.nullable(z.int()),
  sheets: z.int(),
  barred: z.int(),
  ties: z.array(TieView),
  /** Teachers of the same name who may be the same person. */
  namesakes: z.array(
    z.object({
      teacherId: Id,
      fullName: z.string(),
      schoolId: z.nullable(Id),
      schoolName: z.string(),
    }),
  ),
});
export type JudgeRow = z.infer<typeof JudgeRow>;

export const AssignmentOverview = z.object({
  /** Judging is open: sheets may still be given. */
  open: z.boolean(),
  entries: z.int(),
  judgesPerEntry: z.int(),
  /** Entries with fewer judges than they need. */
  lacking: z.int(),
  judges: z.array(JudgeRow),
  runs: z.array(
    z.object({
      id: Id,
      position: z.int(),
      at: EpochMs,
      actorName: z.string(),
      seed: Seed,
      added: z.int(),
      removed: z.int(),
      unmet: z.int(),
    }),
  ),
});
export type AssignmentOverview = z.infer<typeof AssignmentOverview>;

const Note = lineOfText(0, 300);

export const readAssignment = route({
  id: 'readAssignment',
  method: 'get',
  path: '/api/organiser/round/assignment',
  action: 'round.oversee',
  summary: 'Judges with what ties them to entries, and the runs of assigning so far',
  answer: AssignmentOverview,
});

export const previewAssignment = route({
  id: 'previewAssignment',
  method: 'post',
  path: '/api/organiser/round/assignment/preview',
  action: 'round.assign',
  summary: 'What assigning would give now; nothing is changed. Without a seed one is drawn',
  body: z.object({ seed: z.nullable(Seed) }),
  answer: z.object({ basis: z.string(), report: AssignmentReportView }),
});

export const assignRound = route({
  id: 'assignRound',
  method: 'post',
  path: '/api/organiser/round/assignment',
  action: 'round.assign',
  summary: 'Make a previewed assignment true; refused when what it rests upon has changed',
  body: z.object({ seed: Seed, basis: z.string().check(z.maxLength(64)) }),
  answer: z.object({ runId: Id, report: AssignmentReportView }),
});

export const readAssignmentRun = route({
  id: 'readAssignmentRun',
  method: 'get',
  path: '/api/organiser/round/assignment/runs/:runId',
  action: 'round.oversee',
  summary: 'The report of a run as it was confirmed',
  answer: z.object({ at: EpochMs, actorName: z.string(), report: AssignmentReportView }),
});

export const listTieSubjects = route({
  id: 'listTieSubjects',
  method: 'get',
  path: '/api/organiser/tie-subjects/:tieKind',
  action: 'round.assign',
  summary: 'Schools, classes, teachers, communes, pupils or entries that a tie may name',
  answer: z.object({
    subjects: z.array(z.object({ id: Id, name: z.string(), detail: z.string() })),
  }),
});

const TieInput = z.object({ kind: TieKind, subjectId: Id, note: Note });

export const previewTie = route({
  id: 'previewTie',
  method: 'post',
  path: '/api/organiser/judges/:judgeId/ties/preview',
  action: 'round.assign',
  summary: 'How many entries and sheets a tie would keep from the judge; nothing is changed',
  body: TieInput,
  answer: z.object({ entries: z.int(), sheets: z.int(), begun: z.int() }),
});

export const addTie = route({
  id: 'addTie',
  method: 'post',
  path: '/api/organiser/judges/:judgeId/ties',
  action: 'round.assign',
  summary: 'Record what ties a judge to entries; their sheets on those entries are taken out',
  body: TieInput,
  answer: z.object({ takenOut: z.int() }),
});

export const removeTie = route({
  id: 'removeTie',
  method: 'delete',
  path: '/api/organiser/judges/:judgeId/ties/:tieId',
  action: 'round.assign',
  summary: 'Take a recorded tie away; sheets that it took out do not come back',
});

export const setCapacity = route({
  id: 'setCapacity',
  method: 'put',
  path: '/api/organiser/judges/:judgeId/capacity',
  action: 'round.assign',
  summary: 'The most sheets a judge takes in the round; null: no limit',
  body: z.object({ capacity: z.nullable(z.int().check(z.gte(0), z.lte(9999))) }),
});

export const declareConflict = route({
  id: 'declareConflict',
  method: 'post',
  path: '/api/judging/sheets/:sheetId/conflict',
  action: 'sheet.recuse',
  summary: 'A judge steps back from an entry; the sheet is taken out and kept aside',
  body: z.object({ reason: lineOfText(3, 300) }),
});
