import { between, integerBetween, pick } from '@domain/kernel/random.ts';
import { CLOTHES, RED, WHITE, YELLOW } from './colours.ts';
import { arc, corners, curve, loop, oval, type Point } from './geometry.ts';
import type { Hand } from './hand.ts';

export function smile(hand: Hand, x: number, y: number, width: number): void {
  const ink = { px: Math.max(3.5, width * 0.1) };
  hand.dot(x - width * 0.45, y - width * 0.3, { colour: hand.style.outline, px: width * 0.17 });
  hand.dot(x + width * 0.45, y - width * 0.3, { colour: hand.style.outline, px: width * 0.17 });
  hand.line(arc(x, y, width * 0.45, width * 0.35, 0.3, Math.PI - 0.3), ink);
}

export function sun(
  hand: Hand,
  x: number,
  y: number,
  radius: number,
  colour: number = YELLOW,
): void {
  const { random } = hand;
  const here = hand.at({ x, y });
  const rays = integerBetween(random, 9, 15);
  const turn = between(random, 0, 1);
  for (let i = 0; i < rays; i += 1) {
    const angle = turn + (i / rays) * 2 * Math.PI;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const reach = radius * (i % 2 === 0 ? 1.75 : 1.5);
    here.line(
      [
        [cos * radius * 1.2, sin * radius * 1.2],
        [cos * reach, sin * reach],
      ],
      { colour, px: radius * 0.13 },
    );
  }
  here.shape(oval(0, 0, radius), { fill: colour, outline: 0xe08a1e });
  if (random() < 0.6) {
    smile(here, 0, radius * 0.15, radius * 0.7);
    for (const side of [-1, 1]) {
      here.dot(side * radius * 0.58, radius * 0.2, {
        colour: 0xf58a6b,
        px: radius * 0.22,
        opacity: 170,
      });
    }
  }
}

/** The sun half in the water, with its path of light. */
export function lowSun(
  hand: Hand,
  x: number,
  horizonY: number,
  radius: number,
  colour: number,
): void {
  const here = hand.at({ x, y: horizonY });
  for (const ring of [1.9, 1.45]) {
    here.shape(arc(0, 0, radius * ring, radius * ring, Math.PI, 2 * Math.PI), {
      fill: ring > 1.5 ? 0xffd08a : 0xffc067,
      outline: null,
      angle: 0,
    });
  }
  here.shape(arc(0, 0, radius, radius, Math.PI, 2 * Math.PI), { fill: colour, outline: 0xd9621f });
}

export function lightPath(hand: Hand, x: number, fromY: number, colour: number): void {
  const { random } = hand;
  for (let i = 0; i < 11; i += 1) {
    const y = fromY + 22 + i * between(random, 40, 50);
    const half = 30 + i * 13 + between(random, -12, 12);
    hand.line(curve([x - half, y], [x, y + between(random, -7, 7)], [x + half, y]), {
      colour,
      px: 12 + i * 0.8,
      opacity: 230,
    });
  }
}

export function cloud(
  hand: Hand,
  x: number,
  y: number,
  scale: number,
  colour: number = WHITE,
): void {
  const { random } = hand;
  const puff = () => between(random, 0.85, 1.2);
  hand
    .at({ x, y, scale, flip: random() < 0.5 })
    .shape(
      loop(
        [-130, 20],
        [-105 * puff(), -28],
        [-55, -34 * puff()],
        [-20, -78 * puff()],
        [42, -64 * puff()],
        [72, -30],
        [118 * puff(), -18],
        [138, 22],
        [60, 38],
        [-60, 40],
      ),
      { fill: colour, outline: colour === WHITE ? 0x8fb6cf : 0x39424f, angle: 0 },
    );
}

export function gulls(hand: Hand, count: number, fromY: number, toY: number): void {
  const { random } = hand;
  for (let i = 0; i < count; i += 1) {
    const bird = hand.at({
      x: between(random, 120, 1480),
      y: between(random, fromY, toY),
      scale: between(random, 0.6, 1.2),
      turn: between(random, -0.25, 0.25),
    });
    bird.line(curve([-44, -6], [-24, -26], [0, 0], [24, -26], [44, -6]), { px: 8 });
  }
}

export function rain(hand: Hand, count: number): void {
  const { random } = hand;
  const lean = between(random, 18, 46);
  for (let i = 0; i < count; i += 1) {
    const [x, y] = [between(random, 0, 1640), between(random, 160, 1080)];
    const length = between(random, 0.7, 1.3);
    hand.line(
      [
        [x, y],
        [x - lean * length, y + 70 * length],
      ],
      { colour: 0xcfe3f2, px: 5, opacity: 190 },
    );
  }
}

export function lightning(hand: Hand, x: number, y: number, scale: number): void {
  const { random } = hand;
  hand
    .at({ x, y, scale, flip: random() < 0.5 })
    .shape(corners([0, 0], [46, 0], [12, 110], [58, 104], [-34, 270], [-4, 150], [-48, 156]), {
      fill: 0xffe14d,
      outline: 0xc98a12,
    });
}

export function starPath(x: number, y: number, radius: number, turn = 0): readonly Point[] {
  const tips = Array.from({ length: 10 }, (_, i): Point => {
    const reach = i % 2 === 0 ? radius : radius * 0.4;
    const angle = turn - Math.PI / 2 + (i * Math.PI) / 5;
    return [x + reach * Math.cos(angle), y + reach * Math.sin(angle)];
  });
  return corners(...tips);
}

export function nightSky(hand: Hand, horizonY: number): void {
  const { random } = hand;
  for (let i = 0; i < integerBetween(random, 18, 30); i += 1) {
    const [x, y] = [between(random, 40, 1560), between(random, 40, horizonY - 60)];
    if (random() < 0.35) {
      hand.shape(starPath(x, y, between(random, 14, 26), between(random, -0.3, 0.3)), {
        fill: 0xffe89a,
        outline: 0xffd66b,
      });
    } else hand.dot(x, y, { colour: 0xfff4cf, px: between(random, 6, 12) });
  }
  const moon = hand.at({ x: between(random, 240, 1360), y: between(random, 130, 240) });
  const radius = between(random, 62, 92);
  const crescent = random() < 0.5;
  moon.shape(
    crescent
      ? [
          ...arc(0, 0, radius, radius, 0.9, 5.4),
          ...arc(radius * 0.5, 0, radius * 0.72, radius * 0.78, 5.1, 1.1),
        ]
      : oval(0, 0, radius),
    { fill: 0xfff0b5, outline: 0xe8c76a },
  );
  if (!crescent) smile(moon, 0, radius * 0.15, radius * 0.65);
}

export function flag(hand: Hand, x: number, y: number, scale: number): void {
  const { random } = hand;
  const here = hand.at({ x, y, scale });
  const dip = between(random, 8, 18);
  here.line(
    [
      [0, 0],
      [0, -260],
    ],
    { px: 9, colour: 0x6b4a2e },
  );
  here.shape(
    [
      ...curve([4, -256], [60, -256 - dip], [120, -256 + dip], [186, -258]),
      ...curve([186, -134], [120, -130 + dip], [60, -132 - dip], [4, -132]),
      [4, -256],
    ],
    { fill: RED, outline: 0x8f1713, solid: true },
  );
  here.shape(starPath(94, -194, 42), { fill: YELLOW, outline: 0xe0a400, solid: true });
}

export function kite(hand: Hand, x: number, y: number, toX: number, toY: number): void {
  const { random } = hand;
  const here = hand.at({ x, y, turn: between(random, -0.4, 0.4) });
  hand.line(curve([x, y + 60], [(x + toX) / 2 + 40, (y + toY) / 2], [toX, toY]), { px: 4 });
  here.shape(corners([0, -84], [58, 0], [0, 84], [-58, 0]), { fill: pick(random, CLOTHES) });
  here.line(
    [
      [0, -84],
      [0, 84],
    ],
    { px: 4 },
  );
  here.line(
    [
      [-58, 0],
      [58, 0],
    ],
    { px: 4 },
  );
  here.line(curve([0, 84], [24, 116], [-10, 146], [22, 180]), { px: 7, colour: RED });
}
