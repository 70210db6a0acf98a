import type { Award, BandLine } from './result-task.ts';
import type { Chances } from './prize-chances.ts';

/** Ranks that a pairwise final may put in another order, around one or more prize lines. */
export type Band = {
  /** The prize lines that run through the band, best first. */
  readonly lines: readonly BandLine[];
  /** In the order of their scores, without a gap. */
  readonly entries: readonly string[];
};

/** Per cent. From 100 to 100 there is no final. */
export type BandLimits = { readonly lowest: number; readonly highest: number };

/** Bands larger than this are cut to the entries nearest to the line. */
const MOST_ENTRIES = 60;

/**
 * The uncertain band of every prize line: from the first to the last entry, by score, whose
 * probability of being above the line lies between the limits. A lone entry is joined by its
 * neighbour across the line; bands that overlap become one. Lines with nobody below have none.
 */
export function uncertainBands(
  order: readonly string[],
  chances: readonly Chances[],
  prizes: readonly Award[],
  { lowest, highest }: BandLimits,
): Band[] {
  if (lowest >= 100) return [];
  const aboveOf = new Map(chances.map(({ entry, above }) => [entry, above]));
  const spans: { from: number; to: number; lines: BandLine[] }[] = [];
  let places = 0;
  for (const [line, { count }] of prizes.entries()) {
    places += count;
    if (count === 0 || places >= order.length) continue;
    const uncertain = order.flatMap((entry, at) => {
      const percent = 100 * (aboveOf.get(entry)?.[line] ?? 0);
      return percent >= lowest && percent <= highest && percent > 0 && percent < 100 ? [at] : [];
    });
    if (uncertain.length === 0) continue;
    const from = Math.min(uncertain[0]!, places - 1);
    const to = Math.max(uncertain.at(-1)!, places);
    const span = {
      from: Math.max(from, places - MOST_ENTRIES / 2),
      to: Math.min(to, places + MOST_ENTRIES / 2 - 1),
    };
    spans.push({ ...span, lines: [{ above: places, ...span }] });
  }
  const bands: typeof spans = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = bands.at(-1);
    if (last !== undefined && span.from <= last.to) {
      last.to = Math.max(last.to, span.to);
      last.lines.push(...span.lines);
    } else bands.push(span);
  }
  return bands.map(({ from, to, lines }) => ({
    lines: lines.map((line) => ({
      above: line.above - from,
      from: line.from - from,
      to: line.to - from,
    })),
    entries: order.slice(from, to + 1),
  }));
}
