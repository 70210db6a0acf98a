import type { Path } from '../../event.ts';
import { toPx } from '../../limits.ts';
import type { InkSurface } from './ink-surface.ts';

/** Quadratics through the midpoints between samples: smooth, and never changed by later samples. */
export function traceLine(
  surface: Pick<InkSurface, 'moveTo' | 'lineTo' | 'quadraticCurveTo'>,
  path: Path,
  fromIndex: number,
): void {
  const x = (i: number) => toPx(path.x[i]!);
  const y = (i: number) => toPx(path.y[i]!);
  const last = path.x.length - 1;
  const start = Math.max(fromIndex - 1, 1);
  if (start === 1) surface.moveTo(x(0), y(0));
  else surface.moveTo((x(start - 1) + x(start)) / 2, (y(start - 1) + y(start)) / 2);
  for (let i = start; i < last; i += 1) {
    surface.quadraticCurveTo(x(i), y(i), (x(i) + x(i + 1)) / 2, (y(i) + y(i + 1)) / 2);
  }
  // With a round cap this draws the dot of a single sample, too.
  surface.lineTo(x(last), y(last));
}
