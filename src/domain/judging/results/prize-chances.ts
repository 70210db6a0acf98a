import { randomFrom, type Random } from '../../kernel/random.ts';
import type { Award } from './result-task.ts';

/** Draws of the whole division; a probability of one half then has a standard error of 1.1 %. */
const DRAWS = 2000;
/** Beyond so many standard errors an entry keeps its side of every line in all draws. */
const FAR = 4.5;

type Uncertain = { readonly entry: string; readonly score: number; readonly se: number | null };

export type Chances = {
  readonly entry: string;
  /** Probability of each prize, best prize first, three decimals. */
  readonly prizes: readonly number[];
  /** Probability of being above each prize line, that is, of that prize or a better one. */
  readonly above: readonly number[];
};

/**
 * How sure the prizes are: whole divisions are drawn from score + se · N(0, 1), independently for
 * each entry, and the prizes of each draw are counted. An approximation: the error that two entries
 * share through a common judge, and the uncertainty of the variances, are left out; so an entry
 * close to a line is a little less certain than it says. The same seed gives the same numbers.
 * Without a standard error the score is taken as it is.
 */
export function prizeChances(
  scores: readonly Uncertain[],
  prizes: readonly Award[],
  seed: number,
): Chances[] {
  const inOrder = scores.toSorted((a, b) => b.score - a.score || (a.entry < b.entry ? -1 : 1));
  const lines = prizeLines(prizes).map((line) => Math.min(line, inOrder.length));
  const places = lines.at(-1) ?? 0;
  const counts = new Map(inOrder.map(({ entry }) => [entry, new Float64Array(lines.length)]));
  // Whoever cannot come within reach of the last prize in any draw is not drawn.
  const floors = inOrder.map(({ score, se }) => score - FAR * (se ?? 0)).sort((a, b) => b - a);
  const floor = floors[places - 1] ?? Infinity;
  const drawn = inOrder.filter(({ score, se }) => score + FAR * (se ?? 0) >= floor);
  const random = randomFrom(seed);
  const values = new Float64Array(drawn.length);
  const order = drawn.map((_, index) => index);
  for (let draw = 0; draw < DRAWS; draw += 1) {
    for (const [index, { score, se }] of drawn.entries()) {
      values[index] = se === null ? score : score + se * normal(random);
    }
    order.sort((a, b) => values[b]! - values[a]! || a - b);
    let place = 0;
    for (const [line, last] of lines.entries()) {
      for (; place < last; place += 1) counts.get(drawn[order[place]!]!.entry)![line]! += 1;
    }
  }
  return inOrder.map(({ entry }) => {
    const won = Array.from(counts.get(entry)!, (count) => count / DRAWS);
    let sum = 0;
    const above = won.map((share) => (sum += share));
    return { entry, prizes: won.map(round3), above: above.map(round3) };
  });
}

/** Last place of each prize, counted from 1: 1, 3, 6 for one first, two second, three third. */
export function prizeLines(prizes: readonly Award[]): number[] {
  let places = 0;
  return prizes.map(({ count }) => (places += count));
}

const round3 = (value: number) => Math.round(value * 1000) / 1000;

/** A standard normal number (Box & Muller 1958). */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
