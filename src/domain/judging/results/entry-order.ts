import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { round4 } from './entry-scores.ts';

/** What entries are compared by, before and after a final. */
export type Contender = {
  readonly entry: string;
  readonly score: number;
  /** Totals of the sheets. */
  readonly totals: readonly number[];
  /** Mean points by criterion. */
  readonly criteria: ReadonlyMap<string, number>;
  /** Ability in the pairwise final the entry was in; null without one. */
  readonly final: {
    readonly id: number;
    readonly ability: number;
    readonly counts: boolean;
  } | null;
};

export type Placed = {
  readonly entry: string;
  /** 1, 2, 2, 4: entries that no rule tells apart share a rank. */
  readonly rank: number;
  /**
   * The rule that put it behind the entry before it although their scores are equal, or `final`
   * where the pairwise final did; null where the score did, and for the first.
   */
  readonly brokenBy: string | null;
};

/**
 * The order of a division. Scores, highest first; equal ones by the declared chain: `median` of the
 * totals, mean of a criterion (`criterion:CODE`), `pairs` (abilities of the same final), `draw`
 * (SHA-256 of `SEED:CODE`, lowest first). Then every final that counts puts its entries, in the
 * places they hold, in the order of their abilities; equal abilities keep their order. A prize line
 * is crossed only by entries whose scores left open on which side of it they belong.
 */
export function orderEntries(
  contenders: readonly Contender[],
  chain: readonly string[],
  seed: number,
  linesOf: (final: number) => readonly FinalLine[] = () => [],
): Placed[] {
  const compare = comparison(chain, seed);
  const order = contenders.toSorted(
    (a, b) => b.score - a.score || compare(a, b).sign || (a.entry < b.entry ? -1 : 1),
  );
  const finals = new Set(order.flatMap(({ final }) => (final?.counts ? [final.id] : [])));
  for (const id of finals) {
    const places = order.flatMap((contender, at) => (contender.final?.id === id ? [at] : []));
    const sorted = byAbility(
      places.map((at) => order[at]!),
      linesOf(id),
    );
    for (const [index, at] of places.entries()) order[at] = sorted[index]!;
  }
  const placed: Placed[] = [];
  for (const [index, contender] of order.entries()) {
    const before = order[index - 1];
    if (before === undefined) {
      placed.push({ entry: contender.entry, rank: 1, brokenBy: null });
      continue;
    }
    const { tied, by } = relation(before, contender, compare);
    placed.push({
      entry: contender.entry,
      rank: tied ? placed[index - 1]!.rank : index + 1,
      brokenBy: by,
    });
  }
  return placed;
}

/** A prize line through a final: how many belong above, who surely does, and who may. */
export type FinalLine = {
  readonly above: number;
  readonly sure: ReadonlySet<string>;
  readonly open: ReadonlySet<string>;
};

/** Line by line from the best prize: who is above, the sure ones and the ablest of the open. */
function byAbility(members: readonly Contender[], lines: readonly FinalLine[]): Contender[] {
  const rest = members.toSorted((a, b) => b.final!.ability - a.final!.ability);
  const placed: Contender[] = [];
  for (const { above, sure, open } of lines) {
    const wanted = [
      ...rest.filter(({ entry }) => sure.has(entry)),
      ...rest.filter(({ entry }) => open.has(entry) && !sure.has(entry)),
    ];
    const group = new Set(wanted.slice(0, Math.max(0, above - placed.length)));
    // Within one prize the order is that of the abilities alone.
    placed.push(...rest.filter((member) => group.has(member)));
    for (const member of group) rest.splice(rest.indexOf(member), 1);
  }
  return [...placed, ...rest];
}

type Compared = { readonly sign: number; readonly rule: string | null };

function relation(
  before: Contender,
  after: Contender,
  compare: (a: Contender, b: Contender) => Compared,
): { tied: boolean; by: string | null } {
  const met = before.final !== null && before.final.id === after.final?.id;
  if (met && before.final.counts && before.final.ability !== after.final!.ability) {
    return { tied: false, by: before.final.ability > after.final!.ability ? 'final' : null };
  }
  if (before.score !== after.score) return { tied: false, by: null };
  const { sign, rule } = compare(before, after);
  return { tied: sign === 0, by: rule };
}

function comparison(chain: readonly string[], seed: number) {
  const lots = new Map<string, string>();
  const lotOf = (entry: string) => {
    const lot = lots.get(entry) ?? bytesToHex(sha256(utf8ToBytes(`${seed}:${entry}`)));
    lots.set(entry, lot);
    return lot;
  };
  const bySign = (rule: string, a: Contender, b: Contender): number => {
    if (rule === 'median') return medianOf(b.totals) - medianOf(a.totals);
    if (rule === 'draw') return lotOf(a.entry) < lotOf(b.entry) ? -1 : 1;
    if (rule === 'pairs') {
      const met = a.final !== null && a.final.id === b.final?.id;
      return met ? b.final!.ability - a.final.ability : 0;
    }
    const code = rule.slice('criterion:'.length);
    return round4(b.criteria.get(code) ?? 0) - round4(a.criteria.get(code) ?? 0);
  };
  return (a: Contender, b: Contender): Compared => {
    for (const rule of chain) {
      const sign = bySign(rule, a, b);
      if (sign !== 0) return { sign, rule };
    }
    return { sign: 0, rule: null };
  };
}

/** Middle of the values; of an even number the mean of the two in the middle. */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  if (sorted.length === 0) return 0;
  return sorted.length % 2 === 1
    ? sorted[middle]!
    : round4((sorted[middle - 1]! + sorted[middle]!) / 2);
}
