import { between, integerBetween, pick } from '@domain/kernel/random.ts';
import { mixed, WHITE } from './colours.ts';
import { arc, curve, loop, oval, type Place, type Point } from './geometry.ts';
import type { Hand } from './hand.ts';
import { smile, starPath } from './props-sky.ts';

const BRIGHT = [0xff8a3d, 0xffc93c, 0xe85d75, 0x5aa9e6, 0x8e6bbf, 0x43b38a, 0xf26b4e] as const;

export function fish(hand: Hand, place: Place): void {
  const { random } = hand;
  const here = hand.at(place);
  const colour = pick(random, BRIGHT);
  const deep = between(random, 42, 74);
  here.shape(loop([-86, 0], [-136, -46], [-120, 0], [-136, 46]), {
    fill: mixed(colour, WHITE, 0.3),
  });
  here.shape(loop([-20, -deep * 0.8], [12, -deep * 1.4], [40, -deep * 0.7]), {
    fill: mixed(colour, 0x000000, 0.15),
  });
  here.shape(
    loop(
      [-92, 0],
      [-34, -deep * 0.9],
      [44, -deep * 0.8],
      [98, 0],
      [44, deep * 0.8],
      [-34, deep * 0.9],
    ),
    { fill: colour },
  );
  const marks = integerBetween(random, 0, 2);
  if (marks === 0) {
    for (const x of [-34, 14])
      here.line(curve([x, -deep * 0.75], [x + 12, 0], [x, deep * 0.75]), { px: 14, colour: WHITE });
  } else if (marks === 1) {
    for (const [x, y] of [
      [-44, -8],
      [-14, 18],
      [-8, -26],
      [20, 2],
    ] as const)
      here.dot(x, y, { colour: mixed(colour, WHITE, 0.65), px: 16 });
  } else for (const x of [-46, -18, 10]) here.line(arc(x, 0, 14, 20, -1.3, 1.3), { px: 5 });
  here.shape(oval(62, -12, 14), { fill: WHITE });
  here.dot(65, -11, { colour: 0x16181d, px: 12 });
  here.line(curve([74, 18], [82, 24], [92, 16]), { px: 5 });
}

export function bubbles(hand: Hand, x: number, y: number, count: number): void {
  const { random } = hand;
  for (let i = 0; i < count; i += 1) {
    hand.line(
      oval(x + between(random, -30, 30), y - i * between(random, 40, 70), between(random, 8, 20)),
      { px: 5, colour: 0xf0fbff },
    );
  }
}

export function coral(hand: Hand, place: Place): void {
  const { random } = hand;
  const here = hand.at(place);
  const colour = pick(random, [0xf2738c, 0xff9a56, 0xb56fd0, 0xe94f64, 0xf2c14e]);
  if (random() < 0.6) {
    const branch = (x: number, y: number, angle: number, length: number, depth: number): void => {
      const end: Point = [x + Math.sin(angle) * length, y - Math.cos(angle) * length];
      here.line(curve([x, y], [(x + end[0]) / 2 + 6, (y + end[1]) / 2], end), {
        px: 12 + depth * 8,
        colour,
      });
      if (depth === 0) return;
      for (const side of [-1, 1]) {
        branch(end[0], end[1], angle + side * between(random, 0.3, 0.65), length * 0.72, depth - 1);
      }
    };
    branch(0, 0, between(random, -0.15, 0.15), 96, 2);
    return;
  }
  here.shape([...arc(0, 0, 118, 108, Math.PI, 2 * Math.PI), [-118, 0]], { fill: colour });
  for (let i = 0; i < 3; i += 1) {
    here.line(arc(0, 0, 34 + i * 28, 30 + i * 26, Math.PI + 0.2, 2 * Math.PI - 0.2), {
      px: 6,
      colour: mixed(colour, WHITE, 0.5),
    });
  }
}

export function seaweed(hand: Hand, x: number, y: number): void {
  const { random } = hand;
  const green = mixed(0x2f8f5b, 0x9bbf3b, random());
  for (let i = 0; i < integerBetween(random, 2, 4); i += 1) {
    const root = x + i * 26 - 30;
    const tall = between(random, 150, 320);
    hand.line(
      curve(
        [root, y],
        [root + 24, y - tall * 0.3],
        [root - 20, y - tall * 0.65],
        [root + 14, y - tall],
      ),
      { px: between(random, 14, 22), colour: green },
    );
  }
}

export function starfish(hand: Hand, x: number, y: number, scale: number): void {
  const { random } = hand;
  const here = hand.at({ x, y, scale });
  here.shape(starPath(0, 0, 62, between(random, -0.5, 0.5)), {
    fill: pick(random, [0xf28a3c, 0xe8596b, 0xf2b84b]),
  });
  smile(here, 0, 6, 26);
}

export function jellyfish(hand: Hand, place: Place): void {
  const { random } = hand;
  const here = hand.at(place);
  const colour = pick(random, [0xf3b5d4, 0xcdb7f0, 0xbfe6f5]);
  for (let i = -2; i <= 2; i += 1) {
    here.line(curve([i * 26, 0], [i * 26 + 14, 50], [i * 26 - 12, 96], [i * 28, 140]), {
      px: 7,
      colour: mixed(colour, 0x5a4a8a, 0.3),
    });
  }
  here.shape(
    [
      ...arc(0, 0, 78, 82, Math.PI, 2 * Math.PI),
      ...curve([78, 0], [40, 14], [0, 2], [-40, 14], [-78, 0]),
    ],
    { fill: colour },
  );
  smile(here, 0, -26, 40);
}

export function turtle(hand: Hand, place: Place): void {
  const here = hand.at(place);
  const [skin, shell] = [0x8cc36a, 0x7a8f3a];
  for (const [x, y, turn] of [
    [70, -52, -0.7],
    [70, 52, 0.7],
    [-76, -46, -2.4],
    [-76, 46, 2.4],
  ] as const) {
    here.at({ x, y, turn }).shape(oval(26, 0, 46, 21), { fill: skin });
  }
  here.shape(oval(136, 0, 40, 33), { fill: skin });
  here.shape(oval(0, 0, 108, 82), { fill: shell });
  here.line(oval(0, 0, 38, 32), { px: 7 });
  for (const [x, y] of [
    [-96, 0],
    [96, 0],
    [-46, -72],
    [46, -72],
    [-46, 72],
    [46, 72],
  ] as const) {
    here.line(
      [
        [x * 0.4, y * 0.44],
        [x * 0.92, y * 0.9],
      ],
      { px: 7 },
    );
  }
  here.dot(146, -10, { colour: 0x16181d, px: 12 });
  here.line(arc(152, 2, 14, 12, 0.3, 1.8), { px: 5 });
}

export function dolphin(hand: Hand, place: Place): void {
  const { random } = hand;
  const here = hand.at(place);
  const skin = mixed(0x5f8fb8, 0x8fa9c4, random());
  here.shape(
    [
      ...curve([-190, 62], [-120, -34], [0, -92], [108, -64], [150, -24], [208, -2]),
      ...curve([208, -2], [160, 22], [90, 32], [0, 16], [-100, 34], [-170, 90]),
      ...curve(
        [-170, 90],
        [-196, 150],
        [-240, 128],
        [-214, 96],
        [-262, 74],
        [-240, 44],
        [-190, 62],
      ),
    ],
    { fill: skin },
  );
  here.shape(
    [
      ...curve([-30, -84], [-58, -150], [-84, -152]),
      ...curve([-84, -152], [-66, -100], [-86, -62]),
      [-30, -84],
    ],
    { fill: mixed(skin, 0x000000, 0.12) },
  );
  here.shape(loop([36, 20], [20, 84], [-10, 96], [0, 30]), { fill: mixed(skin, 0x000000, 0.12) });
  here.line(curve([190, 6], [140, 16], [70, 22], [0, 10]), { px: 14, colour: 0xe9f2f7 });
  here.dot(118, -32, { colour: 0x10141a, px: 14 });
  here.line(curve([196, 2], [168, 4], [146, -6]), { px: 5 });
}

export function splash(hand: Hand, x: number, y: number): void {
  const { random } = hand;
  for (let i = 0; i < 7; i += 1) {
    const lean = -1.1 + (i / 6) * 2.2;
    const tall = between(random, 60, 120);
    hand.line(
      curve([x + lean * 34, y], [x + lean * 62, y - tall * 0.7], [x + lean * 96, y - tall * 0.8]),
      { px: 9, colour: 0xf2fbff },
    );
  }
}

export function crab(hand: Hand, place: Place): void {
  const here = hand.at(place);
  const red = 0xe8603c;
  for (const side of [-1, 1]) {
    for (const y of [6, 24, 40])
      here.line(curve([side * 50, y], [side * 84, y - 8], [side * 96, y + 24]), {
        px: 8,
        colour: red,
      });
    here.line(curve([side * 50, -12], [side * 86, -30], [side * 84, -58]), { px: 10, colour: red });
    here.shape(oval(side * 84, -70, 24, 20), { fill: red });
    here.line(
      [
        [side * 20, -30],
        [side * 24, -56],
      ],
      { px: 6 },
    );
    here.dot(side * 24, -58, { colour: 0x16181d, px: 14 });
  }
  here.shape(oval(0, 8, 66, 42), { fill: red });
  here.line(arc(0, 10, 22, 14, 0.3, Math.PI - 0.3), { px: 6 });
}
