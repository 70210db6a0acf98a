import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { corners, photographPaper } from '@tests/fixtures/paper-photos.ts';
import { flatten } from './flatten.ts';
import { inOrder, isConvex, type Point, type Quad, turned, wholeFrame } from './geometry.ts';
import { mapped, sheetShape, shapeOf, squareToQuad } from './homography.ts';
import { straighten, straightSize } from './straighten.ts';

const square: Quad = wholeFrame({ width: 1, height: 1 });

const someQuad = fc
  .tuple(...[0, 1, 2, 3, 4, 5, 6, 7].map(() => fc.integer({ min: -90, max: 90 })))
  .map(
    (by) =>
      wholeFrame({ width: 400, height: 300 }).map(({ x, y }, i) => ({
        x: x + by[i * 2]!,
        y: y + by[i * 2 + 1]!,
      })) as unknown as Quad,
  )
  .filter(isConvex);

/** Corners as a lens sees a sheet that is tilted and turned before it. */
function seen(
  shape: number,
  { tilt, turn, focal = 1.1 }: Record<'tilt' | 'turn', number> & { focal?: number },
): Quad {
  const frame = { width: 1600, height: 1200 };
  const lens = focal * Math.hypot(frame.width, frame.height);
  return wholeFrame({ width: shape, height: 1 }).map((corner): Point => {
    const [x, y] = [corner.x - shape / 2, corner.y - 0.5];
    const [rx, ry] = [
      x * Math.cos(turn) - y * Math.sin(turn),
      x * Math.sin(turn) + y * Math.cos(turn),
    ];
    const depth = 3.2 - ry * Math.sin(tilt);
    return {
      x: frame.width / 2 + (lens * rx) / depth,
      y: frame.height / 2 + (lens * ry * Math.cos(tilt)) / depth,
    };
  }) as unknown as Quad;
}

describe('a sheet seen askew', () => {
  it('has its corners where the corners of the square are taken', () => {
    fc.assert(
      fc.property(someQuad, (quad) => {
        for (const [i, corner] of square.entries()) {
          const { x, y } = mapped(squareToQuad(quad), corner);
          expect(Math.hypot(x - quad[i]!.x, y - quad[i]!.y)).toBeLessThan(1e-6);
        }
      }),
    );
  });

  it('keeps straight lines straight', () => {
    fc.assert(
      fc.property(someQuad, (quad) => {
        const map = squareToQuad(quad);
        const [a, b, c] = [0.1, 0.45, 0.9].map((t) => mapped(map, { x: t, y: 0.2 + t / 2 }));
        const bend = (b!.x - a!.x) * (c!.y - a!.y) - (b!.y - a!.y) * (c!.x - a!.x);
        expect(Math.abs(bend)).toBeLessThan(1e-5);
      }),
    );
  });

  it.each([
    [Math.SQRT2, 0.7, 0.3],
    [4 / 3, 0.5, 0.6],
    [1 / Math.SQRT2, 0.6, 0.2],
    [1, 0.8, 0.4],
  ])('has the shape it has, %f, not the one it seems to have', (shape, tilt, turn) => {
    const quad = seen(shape, { tilt, turn });
    expect(shapeOf(quad, { width: 1600, height: 1200 })).toBeCloseTo(shape, 4);
  });

  it('is taken for a sheet that schools use when it comes near', () => {
    expect(sheetShape(1.39)).toBe(Math.SQRT2);
    expect(sheetShape(0.72)).toBe(1 / Math.SQRT2);
    expect(sheetShape(1.2)).toBe(1.2);
  });

  it('becomes a picture that fits the page, and is never blown up', () => {
    const frame = { width: 2200, height: 1650 };
    expect(straightSize(wholeFrame(frame), frame)).toEqual({ width: 1600, height: 1200 });
    const small = corners([10, 10], [293, 10], [293, 210], [10, 210]);
    expect(straightSize(small, frame)).toEqual({ width: 283, height: 200 });
  });

  it('is turned by naming its corners anew', () => {
    const quad = corners([0, 0], [40, 0], [40, 30], [0, 30]);
    expect(turned(quad)[0]).toEqual({ x: 0, y: 30 });
    expect(inOrder(turned(turned(quad)))).toEqual(quad);
  });
});

const places = corners([330, 160], [880, 170], [1120, 790], [90, 770]);

function colourAt(
  pixels: { width: number; height: number; data: Uint8ClampedArray },
  u: number,
  v: number,
) {
  const at = (Math.floor(v * pixels.height) * pixels.width + Math.floor(u * pixels.width)) * 4;
  return [...pixels.data.subarray(at, at + 3)] as [number, number, number];
}

describe('a straightened photograph', () => {
  it('shows the sheet alone, upright', () => {
    const photo = photographPaper({ corners: places, table: '#202020' });
    const size = straightSize(places, photo);
    const sheet = straighten(photo, places, size);
    expect(sheet).toMatchObject(size);
    for (const [u, v] of [
      [0.02, 0.02],
      [0.98, 0.02],
      [0.98, 0.98],
      [0.02, 0.98],
    ] as const) {
      expect(Math.min(...colourAt(sheet, u, v))).toBeGreaterThan(200);
    }
  });

  it('loses shadow and the colour of the lamp, and keeps its own colours', () => {
    const photo = photographPaper({ corners: places, shadow: 0.5, falloff: 0.4, paper: '#f3e6c4' });
    const sheet = straighten(photo, places, { width: 848, height: 600 });
    const before = colourAt(sheet, 0.05, 0.3);
    expect(flatten(sheet, 1)).toBe(true);
    expect(Math.min(...before)).toBeLessThan(180);
    for (const [u, v] of [
      [0.05, 0.3],
      [0.5, 0.3],
      [0.95, 0.4],
      [0.05, 0.96],
      [0.95, 0.96],
    ] as const) {
      const [r, g, b] = colourAt(sheet, u, v);
      expect(Math.min(r, g, b)).toBeGreaterThan(222);
      expect(Math.max(r, g, b) - Math.min(r, g, b)).toBeLessThan(24);
    }
    const [r, , b] = colourAt(sheet, 0.5, 0.86);
    expect(b - r).toBeGreaterThan(90);
  });

  it('is left as it is when the switch is off, or no blank paper is to be seen', () => {
    const photo = photographPaper({ corners: places });
    const sheet = straighten(photo, places, { width: 400, height: 300 });
    const before = Uint8ClampedArray.from(sheet.data);
    expect(flatten(sheet, 0)).toBe(false);
    expect(sheet.data.every((value, at) => value === before[at])).toBe(true);
  });
});
