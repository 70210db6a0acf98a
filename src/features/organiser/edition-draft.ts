import { CriterionInput, EditionInput } from '@domain/contest/edition.ts';
import type { CriterionWork } from '@domain/judging/levels.ts';
import type { EpochMs } from '@domain/kernel/ids.ts';
import { fromLocalInput, toLocalInput } from './vietnam-time.ts';

export type CriterionDraft = {
  readonly key: number;
  /** Of a criterion that is kept already. */
  readonly id?: string;
  readonly name: string;
  readonly description: string;
  readonly maxPoints: string;
  readonly work?: CriterionWork | undefined;
  /** One level a line, best first. */
  readonly levels?: string | undefined;
};

/** The form as it stands: every field is text until it is sent. */
export type EditionDraft = {
  readonly name: string;
  readonly province: string;
  readonly theme: string;
  readonly minPages: string;
  readonly maxPages: string;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly judgesPerEntry: string;
  readonly criteria: readonly CriterionDraft[];
};

export const EDITION_FIELDS = [
  'name',
  'province',
  'theme',
  'opensAt',
  'closesAt',
  'minPages',
  'maxPages',
  'judgesPerEntry',
  'criteria',
] as const;
export type EditionField = (typeof EDITION_FIELDS)[number];

export type ReadDraft =
  | { readonly kind: 'ready'; readonly input: EditionInput }
  | { readonly kind: 'problems'; readonly fields: ReadonlySet<EditionField> };

export const MOST_CRITERIA = 12;
const SUGGESTED_POINTS = [30, 25, 20, 15, 10];
const DAY_MS = 24 * 60 * 60_000;

/** Opens tomorrow at 7:00 and closes after 60 days at 17:00, Vietnam's time. */
export function suggestTimes(now: EpochMs): Pick<EditionDraft, 'opensAt' | 'closesAt'> {
  const dayOf = (at: EpochMs) => toLocalInput(at).slice(0, 10);
  return {
    opensAt: `${dayOf(now + DAY_MS)}T07:00`,
    closesAt: `${dayOf(now + 61 * DAY_MS)}T17:00`,
  };
}

/** Criteria by name and description, with 30, 25, 20, 15 and 10 points. */
export function suggestCriteria(
  texts: readonly Pick<CriterionDraft, 'name' | 'description'>[],
): CriterionDraft[] {
  return texts.map((text, key) => ({
    ...text,
    key,
    maxPoints: String(SUGGESTED_POINTS[key] ?? 10),
  }));
}

export function maxTotal(criteria: readonly CriterionDraft[]): number {
  return criteria.reduce((sum, { maxPoints }) => sum + (wholeNumber(maxPoints) ?? 0), 0);
}

function wholeNumber(text: string): number | null {
  return /^\d{1,4}$/.test(text.trim()) ? Number(text) : null;
}

function inputOf({ name, description, maxPoints, work = 'drawing', levels = '' }: CriterionDraft) {
  return {
    name,
    description,
    maxPoints: wholeNumber(maxPoints),
    work,
    levels: levels.split('\n').filter((line) => line.trim() !== ''),
  };
}

export function criterionIsGood(draft: CriterionDraft): boolean {
  return CriterionInput.safeParse(inputOf(draft)).success;
}

/** The draft as the server takes it, or the fields that still need a look. */
export function readEditionDraft(draft: EditionDraft): ReadDraft {
  const numbers = {
    minPages: wholeNumber(draft.minPages),
    maxPages: wholeNumber(draft.maxPages),
    judgesPerEntry: wholeNumber(draft.judgesPerEntry),
    opensAt: fromLocalInput(draft.opensAt),
    closesAt: fromLocalInput(draft.closesAt),
  };
  const { name, province, theme } = draft;
  const criteria = draft.criteria.map(inputOf);
  const parsed = EditionInput.safeParse({ name, province, theme, ...numbers, criteria });
  const fields = new Set<EditionField>();
  for (const issue of parsed.error?.issues ?? []) {
    const field = EDITION_FIELDS.find((known) => known === issue.path[0]);
    if (field !== undefined) fields.add(field);
  }
  // The order of pages and of times is a rule of the whole, which names no field.
  if (outOfOrder(numbers.minPages, numbers.maxPages, true)) fields.add('maxPages');
  if (outOfOrder(numbers.opensAt, numbers.closesAt, false)) fields.add('closesAt');
  return parsed.success && fields.size === 0
    ? { kind: 'ready', input: parsed.data }
    : { kind: 'problems', fields };
}

function outOfOrder(first: number | null, last: number | null, mayBeEqual: boolean): boolean {
  return first !== null && last !== null && (mayBeEqual ? first > last : first >= last);
}
