import { integerBetween, type Random } from '../../kernel/random.ts';
import { BEGUN, type Board, cellOf, handOver, HELD, onlyUnit, SEATED } from './board.ts';

/** A panel of one unit weighs more than any unevenness of pairs. */
const ONE_UNIT_COST = 1000;
/** 10,000 entries with 60 judges end at 16 to 18 for a mean of 16.9; 200 tries give no less. */
const TRIES_PER_SEAT = 60;
/** Few seats need more tries each, and cost little. */
const LEAST_TRIES = 10_000;
/** In the unit of the cost; a pair that is one off its mean costs 1 to 2. */
const WARMTH = 1;
/** Share of the tries after which nothing worse is taken. */
const COOL_FROM = 0.8;

/**
 * Exchanges of two judges between two entries of a division, among the seats of this run, that
 * lower the sum of squared pair counts and mix the panels' units: towards a balanced incomplete
 * block design, in which all pairs of judges share equally many entries. Loads stay as they are.
 * Early on an exchange that makes it a little worse is taken too, less and less (annealing).
 */
export function spreadPairs(board: Board, random: Random): void {
  const seatEntry: number[] = [];
  const seatJudge: number[] = [];
  const first: number[] = [];
  const end: number[] = [];
  for (const entries of board.divisions) {
    const start = seatEntry.length;
    for (const entry of entries) {
      if (board.panels[entry]!.length >= board.openJudges) continue;
      for (const judge of board.panels[entry]!) {
        if (cellOf(board, entry, judge) & (BEGUN | HELD)) continue;
        seatEntry.push(entry);
        seatJudge.push(judge);
      }
    }
    while (first.length < seatEntry.length) {
      first.push(start);
      end.push(seatEntry.length);
    }
  }
  const seats = seatEntry.length;
  const tries = seats < 2 ? 0 : Math.max(LEAST_TRIES, seats * TRIES_PER_SEAT);
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const warmth = WARMTH * (1 - attempt / (COOL_FROM * tries));
    const one = Math.floor(random() * seats);
    const two = integerBetween(random, first[one]!, end[one]! - 1);
    const [e, f, a, b] = [seatEntry[one]!, seatEntry[two]!, seatJudge[one]!, seatJudge[two]!];
    if (a === b || cellOf(board, e, b) !== 0 || cellOf(board, f, a) !== 0) continue;
    const worse = costOfExchange(board, e, a, f, b);
    if (worse > 0 && (warmth <= 0 || random() >= Math.exp(-worse / warmth))) continue;
    handOver(board, { entry: e, from: a, to: b });
    handOver(board, { entry: f, from: b, to: a });
    seatJudge[one] = b;
    seatJudge[two] = a;
  }
}

/** How the cost grows when `a`, seated at `e`, and `b`, seated at `f`, change places. */
function costOfExchange(board: Board, e: number, a: number, f: number, b: number): number {
  const { together, panels, judgeIds, cells } = board;
  const columns = judgeIds.length;
  let sum = 0;
  // Whoever sits on both panels meets the same judges as before.
  for (const other of panels[e]!) {
    if (other === a || cells[f * columns + other]! & SEATED) continue;
    sum += 2 * (together[b * columns + other]! - together[a * columns + other]!) + 2;
  }
  for (const other of panels[f]!) {
    if (other === b || cells[e * columns + other]! & SEATED) continue;
    sum += 2 * (together[a * columns + other]! - together[b * columns + other]!) + 2;
  }
  if (board.unitIds.length === 0) return sum;
  return sum + ONE_UNIT_COST * (unitCost(board, e, a, b) + unitCost(board, f, b, a));
}

function unitCost(board: Board, entry: number, out: number, into: number): number {
  const panel = board.panels[entry]!;
  const after = panel.map((judge) => (judge === out ? into : judge));
  return (onlyUnit(board, after) >= 0 ? 1 : 0) - (onlyUnit(board, panel) >= 0 ? 1 : 0);
}
