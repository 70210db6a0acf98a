import type { Candidate, References } from '@contract/calibration.ts';
import { LEAST_REFERENCES } from '@domain/judging/calibration.ts';
import type { CriterionView } from '@domain/judging/sheet.ts';
import type { Id } from '@domain/kernel/ids.ts';

/** A reference entry as it stands in the form: points are text until they are sent. */
export type ReferenceDraft = Candidate & {
  readonly comment: string;
  readonly points: Readonly<Record<Id, string>>;
  readonly comments: Readonly<Record<Id, string>>;
};

export function draftsOf({ references }: References): ReferenceDraft[] {
  return references.map(({ lines, entryId, blindCode, title, pageCount, comment }) => ({
    entryId,
    blindCode,
    title,
    pageCount,
    comment,
    points: Object.fromEntries(lines.map((line) => [line.criterionId, String(line.points)])),
    comments: Object.fromEntries(lines.map((line) => [line.criterionId, line.comment])),
  }));
}

export function blankDraft(candidate: Candidate): ReferenceDraft {
  return { ...candidate, comment: '', points: {}, comments: {} };
}

/** Whole points within a criterion, or null. */
export function pointsIn(text: string | undefined, { maxPoints }: CriterionView): number | null {
  const given = text?.trim() ?? '';
  return /^\d{1,3}$/.test(given) && Number(given) <= maxPoints ? Number(given) : null;
}

export type ReadReferences =
  | {
      readonly kind: 'ready';
      readonly references: {
        entryId: Id;
        comment: string;
        lines: { criterionId: Id; points: number; comment: string }[];
      }[];
    }
  | { readonly kind: 'few' }
  | { readonly kind: 'missing' };

/** The drafts as the server takes them, or what they lack. */
export function readDrafts(
  drafts: readonly ReferenceDraft[],
  criteria: readonly CriterionView[],
): ReadReferences {
  if (drafts.length > 0 && drafts.length < LEAST_REFERENCES) return { kind: 'few' };
  const references = drafts.map(({ entryId, comment, points, comments }) => ({
    entryId,
    comment,
    lines: criteria.flatMap((criterion) => {
      const given = pointsIn(points[criterion.id], criterion);
      const { id: criterionId } = criterion;
      return given === null
        ? []
        : [{ criterionId, points: given, comment: comments[criterionId] ?? '' }];
    }),
  }));
  return references.every(({ lines }) => lines.length === criteria.length)
    ? { kind: 'ready', references }
    : { kind: 'missing' };
}
