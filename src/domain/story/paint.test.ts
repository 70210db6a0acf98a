import { expect, it } from 'vitest';
import type { Mark, StrokeMark } from './event.ts';
import { quarterSize, quarterX, quarterY } from './limits.ts';
import { paintMark, paintSegment, type Surface } from './paint.ts';

interface Trace extends Surface {
  readonly moves: readonly string[];
}

/** Notes the path, and under which mode it was put on the surface. */
function tracingSurface(): Trace {
  const moves: string[] = [];
  const note =
    (name: string) =>
    (...at: readonly number[]) => {
      moves.push(`${name} ${at.join(' ')}`);
    };
  const surface: Trace = {
    moves,
    strokeStyle: '',
    fillStyle: '',
    lineWidth: 0,
    lineCap: '',
    lineJoin: '',
    globalAlpha: 1,
    globalCompositeOperation: 'source-over',
    beginPath: () => {},
    moveTo: note('move'),
    lineTo: note('line'),
    quadraticCurveTo: note('curve'),
    closePath: () => {},
    stroke: () => moves.push(`stroke ${surface.globalCompositeOperation} ${surface.globalAlpha}`),
    fill: () => moves.push(`fill ${surface.globalCompositeOperation} ${surface.globalAlpha}`),
  };
  return surface;
}

function zigzag(tool: StrokeMark['tool'], points: number): StrokeMark {
  const steps = Array.from({ length: points }, (_, i) => i);
  return {
    kind: 'stroke',
    tool,
    colour: 0x0e6ba3,
    size: quarterSize(10),
    opacity: 204,
    layer: 1,
    symmetry: 'none',
    seed: 0,
    x: steps.map((i) => quarterX(100 + i * 11)),
    y: steps.map((i) => quarterY(300 + (i % 5) * 17)),
    pressure: steps.map((i) => 90 + (i % 40)),
  };
}

function rubbing(points: number): Mark {
  const { size, x, y, pressure } = zigzag('pencil', points);
  return { kind: 'erase', size, layer: 1, symmetry: 'none', x, y, pressure };
}

it('takes ink off with an eraser and leaves the surface ready for ink', () => {
  const surface = tracingSurface();
  paintMark(surface, rubbing(5));
  expect(surface.moves.at(-1)).toBe('stroke destination-out 1');
  paintMark(surface, zigzag('brush', 5));
  expect(surface.moves.at(-1)).toBe('fill source-over 0.8');
  expect([surface.globalAlpha, surface.globalCompositeOperation]).toEqual([1, 'source-over']);
});

it.each([1, 2, 3])('draws a mark of %i points, each tool', (points) => {
  for (const mark of [
    ...(['brush', 'pencil', 'marker'] as const).map((tool) => zigzag(tool, points)),
    rubbing(points),
  ]) {
    const surface = tracingSurface();
    paintMark(surface, mark);
    expect(surface.moves.length).toBeGreaterThan(2);
    expect(surface.moves.join(' ')).not.toContain('NaN');
  }
});

it('draws live, piece by piece, the curves of the finished line', () => {
  const whole = tracingSurface();
  paintMark(whole, zigzag('pencil', 40));
  const curves = whole.moves.filter((move) => move.startsWith('curve'));
  const live = tracingSurface();
  for (const [drawn, seen] of [
    [0, 7],
    [7, 8],
    [8, 30],
    [30, 40],
  ] as const) {
    paintSegment(live, zigzag('pencil', seen), drawn);
  }
  expect(live.moves.filter((move) => move.startsWith('curve'))).toEqual(curves);
});
