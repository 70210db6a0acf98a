import { between, integerBetween } from '@domain/kernel/random.ts';
import type { Tool } from '@domain/story/event.ts';
import { type Mood, mixed, SAND } from './colours.ts';
import { curve, hatching, type Point, wave } from './geometry.ts';
import type { Hand } from './hand.ts';

const LEFT = -40;
const RIGHT = 1640;

interface Ground {
  readonly fromY: number;
  readonly toY: number;
  readonly colours: readonly [top: number, bottom: number];
  readonly path: (y: number) => readonly Point[];
}

/** Broad level strokes from one colour to the other, as one paints a wash. */
function bands(hand: Hand, { fromY, toY, colours, path }: Ground, tool: Tool): void {
  const rows = Math.max(3, Math.round((toY - fromY) / between(hand.random, 52, 70)));
  const step = (toY - fromY) / rows;
  for (let row = 0; row < rows; row += 1) {
    const colour = mixed(colours[0], colours[1], row / Math.max(1, rows - 1));
    hand.line(path(fromY + step * (row + 0.5)), { colour, px: step * 1.75, tool, opacity: 225 });
  }
}

/** Patches of zigzags side by side; paper shows between the strokes. */
function crayon(hand: Hand, { fromY, toY, colours }: Ground): void {
  const { random, style } = hand;
  const rows = Math.max(1, Math.round((toY - fromY) / 170));
  const step = (toY - fromY) / rows;
  for (let row = 0; row < rows; row += 1) {
    for (let x = LEFT; x < RIGHT;) {
      const nextX = x + between(random, 200, 330);
      const [top, bottom] = [fromY + step * row - 8, fromY + step * (row + 1) + 8];
      const shade = (row + between(random, 0.2, 0.8)) / rows;
      const patch: readonly Point[] = [
        [x - 30, top],
        [nextX + 30, top],
        [nextX + 10, bottom],
        [x - 50, bottom],
      ];
      const angle = style.crayonAngle + between(random, -0.12, 0.12);
      for (const zigzag of hatching(patch, between(random, 25, 33), angle, 6)) {
        hand.line(zigzag, {
          colour: mixed(colours[0], colours[1], shade),
          px: 34,
          tool: 'brush',
          opacity: 235,
        });
      }
      x = nextX;
    }
  }
}

function wash(
  hand: Hand,
  fromY: number,
  toY: number,
  colours: readonly [number, number],
  path: (y: number) => readonly Point[],
): void {
  const ground: Ground = { fromY, toY, colours, path };
  if (hand.style.ground === 'crayon') crayon(hand, ground);
  else bands(hand, ground, hand.style.ground === 'brush' ? 'brush' : 'pencil');
}

export function sky(hand: Hand, mood: Mood, horizonY: number): void {
  wash(hand, -10, horizonY, mood.sky, (y) => {
    const lift = between(hand.random, -14, 14);
    return curve([LEFT, y + lift], [500, y - lift], [1100, y + lift], [RIGHT, y - lift]);
  });
}

export function sea(hand: Hand, mood: Mood, horizonY: number, height = 10): void {
  const { random } = hand;
  wash(hand, horizonY, 1215, mood.sea, (y) =>
    wave(LEFT, RIGHT, y, height, between(random, 380, 620)),
  );
}

/** Crests on the water, longer and further apart the nearer they are. */
export function crests(hand: Hand, mood: Mood, fromY: number, toY: number, count: number): void {
  const { random } = hand;
  for (let i = 0; i < count; i += 1) {
    const near = (i + random() * 0.7) / count;
    const length = 60 + near * 110;
    const x = between(random, -20, 1500);
    const bends = integerBetween(random, 1, 3);
    hand.line(wave(x, x + length * bends, fromY + (toY - fromY) * near, 5 + near * 9, length), {
      colour: random() < 0.75 ? mood.foam : mixed(mood.sea[1], 0x000000, 0.15),
      px: 5 + near * 6,
      opacity: 215,
    });
  }
}

export function beach(hand: Hand, shoreY: number): void {
  const { random } = hand;
  const tone = mixed(SAND, 0xe9b872, random() * 0.6);
  wash(hand, shoreY + 20, 1215, [mixed(tone, 0xffffff, 0.25), tone], (y) =>
    wave(LEFT, RIGHT, y, 12, 900),
  );
  hand.line(wave(LEFT, RIGHT, shoreY + 4, 12, 420), { colour: 0xf4fcff, px: 20 });
  for (let i = 0; i < 14; i += 1) {
    const [x, y] = [between(random, 20, 1580), between(random, shoreY + 60, 1180)];
    hand.dot(x, y, { colour: mixed(tone, 0x7a4a1e, 0.45), px: between(random, 6, 12) });
  }
}

export function underwater(hand: Hand): void {
  const { random } = hand;
  const deep: readonly [number, number] =
    random() < 0.5 ? [0x8fe0e4, 0x1c6fa8] : [0x9fd8f5, 0x1d4f8f];
  wash(hand, -10, 1080, deep, (y) => wave(LEFT, RIGHT, y, 14, between(random, 500, 800)));
  const floor = mixed(SAND, 0xcf9d62, random());
  wash(hand, 1060, 1215, [floor, mixed(floor, 0x8a5a2b, 0.3)], (y) =>
    wave(LEFT, RIGHT, y, 16, 520),
  );
  for (let i = 0; i < 5; i += 1) {
    const x = between(random, 60, 1500);
    hand.line(
      [
        [x, 0],
        [x - 120, between(random, 300, 560)],
      ],
      {
        colour: 0xffffff,
        px: between(random, 26, 50),
        tool: 'marker',
        opacity: 70,
      },
    );
  }
}
