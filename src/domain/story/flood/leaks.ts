import type { Region } from './region.ts';

/** A gap through which colour runs out, px: its middle, and how far it reaches around that. */
export interface Leak {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** More markers than these help nobody. */
const MAX_LEAKS = 6;

/** The places where a poured region goes on beyond a tighter one within it, the widest first. */
export function findLeaks(poured: Region, tight: Region): readonly Leak[] {
  const { width } = poured;
  const rim = new Set<number>();
  for (let at = 0; at < tight.inside.length; at += 1) {
    if (tight.inside[at] === 1 || poured.inside[at] === 0) continue;
    const x = at % width;
    const touches =
      (x > 0 && tight.inside[at - 1] === 1) ||
      (x < width - 1 && tight.inside[at + 1] === 1) ||
      tight.inside[at - width] === 1 ||
      tight.inside[at + width] === 1;
    if (touches) rim.add(at);
  }
  const leaks: Leak[] = [];
  for (const start of rim) {
    rim.delete(start);
    const group = [start];
    for (const at of group) {
      for (const dy of [-1, 0, 1]) {
        for (const dx of [-1, 0, 1]) {
          const next = at + dy * width + dx;
          if (rim.delete(next)) group.push(next);
        }
      }
    }
    const xs = group.map((at) => at % width);
    const ys = group.map((at) => Math.floor(at / width));
    const [left, right] = [least(xs), most(xs)];
    const [top, bottom] = [least(ys), most(ys)];
    const radius = Math.max(right - left, bottom - top) / 2;
    leaks.push({ x: (left + right) / 2, y: (top + bottom) / 2, radius });
  }
  return leaks.sort((a, b) => b.radius - a.radius).slice(0, MAX_LEAKS);
}

function least(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b), Infinity);
}

function most(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b), -Infinity);
}
