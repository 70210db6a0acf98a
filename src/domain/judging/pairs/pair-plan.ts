import { integerBetween, randomFrom, type Random, shuffled } from '../../kernel/random.ts';

/** How often each entry is shown in a final (Kinnear et al. 2025: ten are generally enough). */
export const VIEWS_PER_ENTRY = 10;

export type PlannedPair = {
  readonly left: string;
  readonly right: string;
  /** Null where every judge has a conflict with one of the two or has had the pair before. */
  readonly judge: string | null;
};

type Conflict = { readonly judge: string; readonly entry: string };

/**
 * Who is compared with whom, by whom: a plan made in full before the first choice, since pairs
 * chosen by earlier answers feign reliability (Bramley 2015). Entries lie on a circle in an order
 * drawn by the seed and meet those at some distances on it: every entry is seen ten times, five on
 * the left and five on the right. No judge gets an entry in conflict or the same two entries twice; loads are
 * as level as that allows. Fewer than two entries make no pairs.
 */
export function planPairs(task: {
  readonly entries: readonly string[];
  readonly judges: readonly string[];
  readonly conflicts: readonly Conflict[];
  readonly seed: number;
}): PlannedPair[] {
  const random = randomFrom(task.seed);
  const circle = shuffled(random, task.entries.toSorted());
  const pairs = shuffled(random, pairsOnCircle(circle, random));
  return seatJudges(pairs, task, random);
}

type Sides = { readonly left: string; readonly right: string };

function pairsOnCircle(circle: readonly string[], random: Random): Sides[] {
  const n = circle.length;
  if (n < 2) return [];
  const full = Array.from({ length: Math.floor((n - 1) / 2) }, (_, index) => index + 1);
  const one = full.slice(0, 1);
  const others = full.slice(1);
  const pairs: Sides[] = [];
  let views = 0;
  for (let round = 0; views < VIEWS_PER_ENTRY; round += 1) {
    // Distance 1 joins everybody with everybody; the others are drawn anew in every round.
    for (const distance of [...one, ...shuffled(random, others)]) {
      if (views + 2 > VIEWS_PER_ENTRY) break;
      views += 2;
      for (const [at, entry] of circle.entries()) {
        const other = circle[(at + distance) % n]!;
        pairs.push(round % 2 === 0 ? { left: entry, right: other } : { left: other, right: entry });
      }
    }
    if (n % 2 === 1 || views >= VIEWS_PER_ENTRY) continue;
    views += 1;
    for (let at = 0; at < n / 2; at += 1) {
      const [a, b] = [circle[at]!, circle[at + n / 2]!];
      pairs.push((at + round) % 2 === 0 ? { left: a, right: b } : { left: b, right: a });
    }
  }
  return pairs;
}

function seatJudges(
  pairs: readonly Sides[],
  { judges, conflicts }: Pick<Parameters<typeof planPairs>[0], 'judges' | 'conflicts'>,
  random: Random,
): PlannedPair[] {
  const order = shuffled(random, judges.toSorted());
  const barred = new Set(conflicts.map(({ judge, entry }) => JSON.stringify([judge, entry])));
  const load = new Map(order.map((judge) => [judge, 0]));
  const had = new Set<string>();
  const eligible = ({ left, right }: Sides) =>
    order.filter(
      (judge) =>
        !barred.has(JSON.stringify([judge, left])) && !barred.has(JSON.stringify([judge, right])),
    );
  // Pairs that few may judge choose first.
  const queue = pairs
    .map((pair, index) => ({ pair, index, judges: eligible(pair) }))
    .toSorted((a, b) => a.judges.length - b.judges.length || a.index - b.index);
  const planned: PlannedPair[] = [];
  for (const { pair, judges: able } of queue) {
    const key = (judge: string) => JSON.stringify([judge, ...[pair.left, pair.right].toSorted()]);
    const free = able.filter((judge) => !had.has(key(judge)));
    const least = Math.min(...free.map((judge) => load.get(judge)!));
    const level = free.filter((judge) => load.get(judge) === least);
    const judge = level[integerBetween(random, 0, Math.max(0, level.length - 1))] ?? null;
    if (judge !== null) {
      had.add(key(judge));
      load.set(judge, least + 1);
    }
    planned.push({ ...pair, judge });
  }
  return shuffled(random, planned);
}
