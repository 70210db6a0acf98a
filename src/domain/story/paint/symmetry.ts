import type { Symmetry } from '../event.ts';
import { PAGE_HEIGHT_PX, PAGE_WIDTH_PX } from '../limits.ts';
import type { InkSurface } from './strokes/ink-surface.ts';

type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

const ITSELF: Affine = [1, 0, 0, 1, 0, 0];
const ACROSS: Affine = [-1, 0, 0, 1, PAGE_WIDTH_PX, 0];
const DOWN: Affine = [1, 0, 0, -1, 0, PAGE_HEIGHT_PX];
const BOTH: Affine = [-1, 0, 0, -1, PAGE_WIDTH_PX, PAGE_HEIGHT_PX];

/** Turned about the middle of the page by a cosine and a sine, so that no engine computes them anew. */
function turned(cos: number, sin: number): Affine {
  const [cx, cy] = [PAGE_WIDTH_PX / 2, PAGE_HEIGHT_PX / 2];
  return [cos, sin, -sin, cos, cx - cos * cx + sin * cy, cy - sin * cx - cos * cy];
}

const SIN_60 = 0.8660254037844386;

const PETALS: readonly Affine[] = [
  ITSELF,
  turned(0.5, SIN_60),
  turned(-0.5, SIN_60),
  turned(-1, 0),
  turned(-0.5, -SIN_60),
  turned(0.5, -SIN_60),
];

/** As in a mirror that stands upright in the middle, and then by that. */
function mirrored([a, b, c, d, e, f]: Affine): Affine {
  return [-a, -b, c, d, a * PAGE_WIDTH_PX + e, b * PAGE_WIDTH_PX + f];
}

const COPIES: Readonly<Record<Symmetry, readonly Affine[]>> = {
  none: [ITSELF],
  'left-right': [ITSELF, ACROSS],
  'top-bottom': [ITSELF, DOWN],
  quarters: [ITSELF, ACROSS, DOWN, BOTH],
  star: PETALS,
  kaleidoscope: [...PETALS, ...PETALS.map(mirrored)],
};

export function copiesOf(symmetry: Symmetry): readonly Affine[] {
  return COPIES[symmetry];
}

/** Paints once for each place that the symmetry gives a mark. */
export function paintCopies(surface: InkSurface, symmetry: Symmetry, paint: () => void): void {
  for (const copy of COPIES[symmetry]) {
    surface.save();
    surface.transform(...copy);
    paint();
    surface.restore();
  }
}
