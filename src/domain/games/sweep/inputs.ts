import { refuse } from '../../kernel/refusal.ts';
import { type Bin, SWEEP_TICKS, type SweepMove } from './sweep.ts';

// One tick of hands is a number below 72: ((dx + 1) · 3 + dy + 1) · 8 + net · 4 + bin.
const DIRECTIONS = [-1, 0, 1] as const;

function numberOf({ dx, dy, net, bin }: SweepMove): number {
  return ((dx + 1) * 3 + dy + 1) * 8 + (net ? 4 : 0) + bin;
}

function moveOf(code: number): SweepMove {
  const direction = Math.floor(code / 8);
  const dx = DIRECTIONS[Math.floor(direction / 3)];
  const dy = DIRECTIONS[direction % 3];
  if (dx === undefined || dy === undefined) throw refuse('input.malformed');
  return { dx, dy, net: (code & 4) !== 0, bin: (code & 3) as Bin };
}

/** A run's hands as pairs of how often and what: a minute is some hundred numbers. */
export function packInputs(moves: readonly SweepMove[]): number[] {
  const packed: number[] = [];
  for (const move of moves) {
    const code = numberOf(move);
    if (packed.at(-1) === code) packed[packed.length - 2]! += 1;
    else packed.push(1, code);
  }
  return packed;
}

/** The hands that packInputs packed. Refuses 'input.malformed' for anything else or more than a run. */
export function unpackInputs(packed: readonly number[]): SweepMove[] {
  if (packed.length % 2 !== 0) throw refuse('input.malformed');
  const moves: SweepMove[] = [];
  for (let i = 0; i < packed.length; i += 2) {
    const [times, code] = [packed[i]!, packed[i + 1]!];
    const bounded =
      Number.isInteger(times) &&
      times > 0 &&
      moves.length + times <= SWEEP_TICKS &&
      Number.isInteger(code) &&
      code >= 0;
    if (!bounded) throw refuse('input.malformed');
    const move = moveOf(code);
    for (let n = 0; n < times; n += 1) moves.push(move);
  }
  return moves;
}
