import type { Id } from '../../kernel/ids.ts';

/** One judge's place on the panel of one entry: a score sheet, written or still to write. */
export type JudgeSeat = { readonly entryId: Id; readonly judgeId: Id };

export type HeldSeat = JudgeSeat & {
  /** The judge has begun, or nobody may move it for another reason: it stays whatever happens. */
  readonly begun: boolean;
};

/** A judge who takes new sheets. Whoever has left is not listed; what they have begun stays. */
export type RoundJudge = {
  readonly judgeId: Id;
  /** Where the judge comes from; null where that is unknown, which never counts as the same. */
  readonly unitId: Id | null;
  /** Most sheets of the round, those begun and anchors included; null: no limit. */
  readonly capacity: number | null;
};

export type RoundEntry = {
  readonly entryId: Id;
  /** Entries of one division are compared with each other. */
  readonly divisionId: Id;
  /** An anchor is scored by every judge. */
  readonly anchor: boolean;
};

/** Everything a round's assignment follows from; the order within the lists plays no part. */
export type AssignmentTask = {
  readonly judges: readonly RoundJudge[];
  readonly entries: readonly RoundEntry[];
  /** Who must not see which entry, wherever that is known from. */
  readonly conflicts: readonly JudgeSeat[];
  /** Seats of the round so far; those of entries that are not listed are left out of account. */
  readonly seats: readonly HeldSeat[];
  readonly judgesPerEntry: number;
  /** 32 bits. */
  readonly seed: number;
};

/** What was asked for and could not be had. */
export type Unmet =
  /** `conflicts`: fewer judges are free of conflict than wanted; `capacity`: those are full. */
  | {
      readonly kind: 'seats-missing';
      readonly entryId: Id;
      readonly wanted: number;
      readonly seated: number;
      readonly cause: 'conflicts' | 'capacity';
    }
  /** Entries that no chain of common judges joins; nobody may, or has room to, link them. */
  | {
      readonly kind: 'division-apart';
      readonly divisionId: Id;
      readonly components: number;
      readonly cause: 'conflicts' | 'capacity';
    }
  | { readonly kind: 'loads-uneven'; readonly least: number; readonly most: number }
  | {
      readonly kind: 'over-capacity';
      readonly judgeId: Id;
      readonly capacity: number;
      readonly load: number;
    }
  /** A sheet that was begun in spite of a conflict: untouched, and counted nowhere else. */
  | { readonly kind: 'begun-in-conflict'; readonly entryId: Id; readonly judgeId: Id }
  | { readonly kind: 'panel-of-one-unit'; readonly entryId: Id; readonly unitId: Id };

export type DivisionGraph = {
  readonly divisionId: Id;
  readonly entries: number;
  /** Judges with a seat in the division. */
  readonly judges: number;
  readonly seats: number;
  /** Of the graph in which an entry and its judges are joined; 1 is connected. */
  readonly components: number;
  /** Seats beyond the wanted number, added in this run to join what was apart. */
  readonly links: readonly JudgeSeat[];
};

export type AssignmentReport = {
  readonly seed: number;
  readonly judgesPerEntry: number;
  readonly loads: readonly {
    readonly judgeId: Id;
    readonly load: number;
    readonly capacity: number | null;
  }[];
  /** How often two judges share an entry, for the pairs that do. */
  readonly pairs: readonly { readonly judgeIds: readonly [Id, Id]; readonly entries: number }[];
  /** Over all pairs of judges who take new sheets, also those who never meet. */
  readonly pairSpread: { readonly least: number; readonly most: number; readonly mean: number };
  readonly divisions: readonly DivisionGraph[];
  readonly unmet: readonly Unmet[];
};

export type Assignment = {
  /** All seats now, by entry and judge. */
  readonly seats: readonly JudgeSeat[];
  readonly added: readonly JudgeSeat[];
  /** Held seats that nobody had begun and that were given up. */
  readonly removed: readonly JudgeSeat[];
  readonly report: AssignmentReport;
};
