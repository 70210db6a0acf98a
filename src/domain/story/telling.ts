import * as z from 'zod/mini';
import { BlobHash } from '@domain/kernel/ids.ts';
import { MAX_PAGE_ID, MAX_PAGES } from './limits.ts';
import { RecordingType } from './recording/clean-recording.ts';

export const MAX_TURNS = 400;
/** UTF-16 units per page: a minute of speech has some 700. */
export const MAX_WRITTEN_CHARS = 1_200;
/** What the shortest turn must last to be kept, ms: less is a slip of the finger. */
export const SHORTEST_TURN_MS = 400;

const Ms = z.int().check(z.gte(0), z.lte(11 * 60_000));
const PageNumber = z.int().check(z.gte(1), z.lte(MAX_PAGE_ID));

export const Recording = z.strictObject({
  hash: BlobHash,
  mediaType: RecordingType,
  durationMs: Ms,
});
export type Recording = z.infer<typeof Recording>;

/** A stretch of a recording that belongs to one page: from its being turned to until the next turn. */
export const Turn = z.strictObject({
  page: PageNumber,
  recording: BlobHash,
  fromMs: Ms,
  toMs: Ms,
});
export type Turn = z.infer<typeof Turn>;

const Written = z.strictObject({ page: PageNumber, text: z.string() });

/**
 * The child's telling of a story: spoken, written, or both. `page` is a page's id as long as the
 * story is a draft, for pages move; in a telling that is submitted it is the page's place, from 1.
 * Turns are in the order in which they are played. Each recording is used by at least one turn.
 */
export const Telling = z.strictObject({
  version: z.literal(1),
  recordings: z.array(Recording).check(z.maxLength(MAX_TURNS)),
  turns: z.array(Turn).check(z.maxLength(MAX_TURNS)),
  written: z.array(Written).check(z.maxLength(MAX_PAGES)),
});
export type Telling = z.infer<typeof Telling>;

export const NO_TELLING: Telling = { version: 1, recordings: [], turns: [], written: [] };

/** How long a telling may be, and whether there has to be one. */
export type TellingRule = {
  readonly mode: 'none' | 'optional' | 'required';
  readonly maxMinutes: number;
};

export function isEmptyTelling({ turns, written }: Telling): boolean {
  return turns.length === 0 && written.length === 0;
}

export function turnMs({ fromMs, toMs }: Turn): number {
  return toMs - fromMs;
}

/** How long the telling sounds, ms; of one page where that is named. */
export function tellingMs({ turns }: Telling, page?: number): number {
  return turns
    .filter((turn) => page === undefined || turn.page === page)
    .reduce((sum, turn) => sum + turnMs(turn), 0);
}

export function writtenOf({ written }: Telling, page: number): string {
  return written.find((text) => text.page === page)?.text ?? '';
}

/** Without the recordings that no turn uses any more. */
function usedOnly(telling: Telling, turns: readonly Turn[]): Telling {
  const used = new Set(turns.map(({ recording }) => recording));
  const recordings = telling.recordings.filter(({ hash }) => used.has(hash));
  return { ...telling, recordings, turns: [...turns] };
}

/** A recording goes on where the telling ended: the whole of it tells one page. */
export function goOn(telling: Telling, page: number, recording: Recording): Telling {
  const turn = { page, recording: recording.hash, fromMs: 0, toMs: recording.durationMs };
  const known = telling.recordings.some(({ hash }) => hash === recording.hash);
  const recordings = known ? telling.recordings : [...telling.recordings, recording];
  return { ...telling, recordings, turns: [...telling.turns, turn] };
}

/** More of a page that was told already: it comes after the page's last turn, wherever that is. */
export function tellMore(telling: Telling, page: number, recording: Recording): Telling {
  const last = telling.turns.findLastIndex((turn) => turn.page === page);
  const { recordings, turns } = goOn(telling, page, recording);
  const fresh = turns.at(-1)!;
  const place = last < 0 ? telling.turns.length : last + 1;
  return { ...telling, recordings, turns: telling.turns.toSpliced(place, 0, fresh) };
}

/**
 * Tells one page again: what is new takes the place of the page's first turn, its other turns go,
 * and every other page's turns stay as they are.
 */
export function retell(telling: Telling, page: number, recording: Recording): Telling {
  const place = telling.turns.findIndex((turn) => turn.page === page);
  if (place < 0) return goOn(telling, page, recording);
  const others = (turns: readonly Turn[]) => turns.filter((turn) => turn.page !== page);
  const { recordings, turns: fresh } = goOn({ ...telling, turns: [] }, page, recording);
  const turns = [
    ...others(telling.turns.slice(0, place)),
    ...fresh,
    ...others(telling.turns.slice(place)),
  ];
  return usedOnly({ ...telling, recordings }, turns);
}

/** Takes back what was spoken to a page. What was written stays. */
export function unspoken(telling: Telling, page: number): Telling {
  return usedOnly(
    telling,
    telling.turns.filter((turn) => turn.page !== page),
  );
}

/** Sets the written telling of a page; '' takes it away. `text` is story text already. */
export function write(telling: Telling, page: number, text: string): Telling {
  const others = telling.written.filter((one) => one.page !== page);
  const written = text.trim() === '' ? others : [...others, { page, text }];
  return { ...telling, written: written.toSorted((a, b) => a.page - b.page) };
}

function comeInOrder(turns: readonly Turn[], placeOf: ReadonlyMap<number, number>): boolean {
  const firsts = [...new Set(turns.map(({ page }) => placeOf.get(page)!))];
  return firsts.every((place, i) => i === 0 || firsts[i - 1]! < place);
}

/**
 * The telling as it is played with these pages (ids in their order), pages named by their place:
 * what was told to a page that is gone is dropped. As long as pages come up for the first time in
 * their order, turns are played as they were spoken, also where the child turned back. Else (pages
 * were moved, or one was told later) they are played page by page, each page's turns as spoken.
 */
export function toldWith(telling: Telling, order: readonly number[]): Telling {
  const placeOf = new Map(order.map((page, i) => [page, i + 1]));
  const kept = telling.turns.filter(({ page }) => placeOf.has(page));
  const inOrder = comeInOrder(kept, placeOf)
    ? kept
    : kept.toSorted((a, b) => placeOf.get(a.page)! - placeOf.get(b.page)!);
  const placed = inOrder.map((turn) => ({ ...turn, page: placeOf.get(turn.page)! }));
  const written = telling.written
    .filter(({ page }) => placeOf.has(page))
    .map((one) => ({ ...one, page: placeOf.get(one.page)! }))
    .toSorted((a, b) => a.page - b.page);
  return usedOnly({ ...telling, written }, placed);
}

/**
 * Two machines told on from the same telling: a page that only one of them changed is taken from
 * there, one that both changed is taken from `mine`.
 */
export function mergeTellings(base: Telling, mine: Telling, theirs: Telling): Telling {
  const pages = [...new Set([...mine.turns, ...theirs.turns].map(({ page }) => page))];
  const spoken = (telling: Telling, page: number) =>
    telling.turns.filter((turn) => turn.page === page);
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  const fromTheirs = pages.filter((page) => same(spoken(mine, page), spoken(base, page)));
  const turns = [
    ...mine.turns.filter(({ page }) => !fromTheirs.includes(page)),
    ...theirs.turns.filter(({ page }) => fromTheirs.includes(page)),
  ];
  const recordings = new Map(
    [...mine.recordings, ...theirs.recordings].map((one) => [one.hash, one]),
  );
  let merged = usedOnly({ ...mine, recordings: [...recordings.values()] }, turns);
  for (const { page } of [...mine.written, ...theirs.written]) {
    const unchanged = writtenOf(mine, page) === writtenOf(base, page);
    merged = write(merged, page, writtenOf(unchanged ? theirs : mine, page));
  }
  return merged;
}

export type TellingProblem =
  | { readonly kind: 'missing-telling' }
  | { readonly kind: 'telling-too-long'; readonly maxMinutes: number };

/** What keeps a telling from being submitted. Spoken and written count alike. */
export function tellingProblems(
  telling: Telling,
  { mode, maxMinutes }: TellingRule,
): readonly TellingProblem[] {
  if (mode === 'none') return [];
  if (mode === 'required' && isEmptyTelling(telling)) return [{ kind: 'missing-telling' }];
  const tooLong = tellingMs(telling) > maxMinutes * 60_000 + GRACE_MS;
  return tooLong ? [{ kind: 'telling-too-long', maxMinutes }] : [];
}

/** A recorder stops some moments after it is told to. */
const GRACE_MS = 5_000;
