import { between, integerBetween, pick } from '@domain/kernel/random.ts';
import { CLOTHES, GREEN, mixed, RED, SAND, WHITE, WOOD, YELLOW } from './colours.ts';
import { arc, corners, curve, loop, oval, type Place, type Point } from './geometry.ts';
import type { Hand } from './hand.ts';
import { flag } from './props-sky.ts';

export function palm(hand: Hand, place: Place): void {
  const { random } = hand;
  const here = hand.at(place);
  const bend = between(random, 20, 80);
  const top = between(random, -330, -260);
  here.shape(
    [
      ...curve([-17, 0], [bend * 0.3 - 14, top * 0.5], [bend - 10, top]),
      ...curve([bend + 10, top], [bend * 0.3 + 15, top * 0.5], [19, 0]),
      [-17, 0],
    ],
    { fill: mixed(WOOD, 0xc98f52, random()) },
  );
  for (let i = 1; i < 5; i += 1) {
    const y = (top * i) / 5;
    const x = bend * (i / 5) ** 2;
    here.line(
      [
        [x - 12, y],
        [x + 13, y - 4],
      ],
      { px: 5 },
    );
  }
  const green = mixed(GREEN, pick(random, [0x77b843, 0x1f7a4d, 0x9cc24a]), 0.5);
  for (const [dx, dy] of [
    [-150, 30],
    [-128, -48],
    [-54, -104],
    [54, -104],
    [132, -46],
    [150, 34],
  ] as const) {
    const [tipX, tipY] = [bend + dx * between(random, 0.85, 1.15), top + dy];
    const [midX, midY] = [bend + dx * 0.5, top + Math.min(dy, 0) - 34];
    here.shape(
      [
        ...curve([bend, top], [midX, midY], [tipX, tipY]),
        ...curve([tipX, tipY], [midX, midY + 42], [bend, top + 10]),
      ],
      { fill: green, angle: dx > 0 ? 0.5 : -0.5 },
    );
  }
  for (const dx of [-16, 14]) here.shape(oval(bend + dx, top + 20, 15), { fill: 0x8a5a2b });
}

export function island(hand: Hand, place: Place): void {
  const { random } = hand;
  const here = hand.at(place);
  const tall = between(random, 90, 190);
  here.shape(
    [
      ...curve(
        [-250, 0],
        [-170, -tall * 0.6],
        [-70, -tall],
        [30, -tall * 0.65],
        [130, -tall * 0.85],
        [260, 0],
      ),
      [-250, 0],
    ],
    { fill: mixed(GREEN, 0x7fb069, random()) },
  );
  here.shape(loop([-310, 8], [-180, -26], [0, -16], [190, -28], [320, 8], [180, 42], [-170, 44]), {
    fill: SAND,
    angle: 0,
  });
  for (let i = 0; i < integerBetween(random, 2, 4); i += 1) {
    palm(here, {
      x: -190 + i * between(random, 100, 130),
      y: between(random, -14, 8),
      scale: between(random, 0.42, 0.7),
      flip: random() < 0.5,
    });
  }
}

/** Hills in the distance, without trees. */
export function farIslands(hand: Hand, horizonY: number, count: number): void {
  const { random } = hand;
  for (let i = 0; i < count; i += 1) {
    const x = 120 + ((i + random()) / count) * 1400;
    const [half, tall] = [between(random, 90, 210), between(random, 50, 120)];
    hand.shape(
      [
        ...curve(
          [x - half, horizonY],
          [x - half * 0.4, horizonY - tall],
          [x + half * 0.2, horizonY - tall * 0.7],
          [x + half, horizonY],
        ),
        [x - half, horizonY],
      ],
      { fill: mixed(0x6fa287, 0x7d94b8, random()) },
    );
  }
}

export function lighthouse(hand: Hand, place: Place, lit: boolean): void {
  const { random } = hand;
  const here = hand.at(place);
  const stripes = pick(random, [RED, 0x2f6fb5, 0xe0902f, 0x2f8f6b]);
  if (lit) {
    for (const side of [-1, 1]) {
      here.shape(
        corners([side * 30, -498], [side * 620, -640], [side * 620, -400], [side * 30, -476]),
        {
          fill: 0xfff0a8,
          outline: null,
          angle: -side * 0.1,
        },
      );
    }
  }
  const width = (y: number) => 84 + (y / 440) * 34;
  for (let i = 0; i < 5; i += 1) {
    const [bottom, top] = [-i * 88, -(i + 1) * 88];
    here.shape(
      corners(
        [-width(bottom), bottom],
        [width(bottom), bottom],
        [width(top), top],
        [-width(top), top],
      ),
      { fill: i % 2 === 0 ? stripes : WHITE, angle: 0 },
    );
  }
  here.shape(corners([-74, -440], [74, -440], [66, -462], [-66, -462]), { fill: 0x4c5a66 });
  here.shape(corners([-40, -462], [40, -462], [40, -522], [-40, -522]), {
    fill: lit ? YELLOW : 0xbfe3ee,
  });
  here.shape(corners([-58, -522], [0, -584], [58, -522]), { fill: stripes });
  here.shape([...arc(0, -34, 24, 30, Math.PI, 2 * Math.PI), [24, 0], [-24, 0], [-24, -34]], {
    fill: WOOD,
  });
  for (const y of [-140, -312]) here.shape(oval(0, y, 17, 22), { fill: 0x8fd0ec });
}

export function rocks(hand: Hand, x: number, y: number, half: number): void {
  const { random } = hand;
  const grey = mixed(0x8a8f94, 0x9a7f66, random());
  for (let i = 0; i < 5; i += 1) {
    const [at, size] = [x - half + (i / 4) * half * 2, between(random, 50, 92)];
    hand.shape(
      loop(
        [at - size, y + 26],
        [at - size * 0.7, y - size * 0.5],
        [at, y - size * 0.8],
        [at + size * 0.8, y - size * 0.4],
        [at + size, y + 26],
      ),
      { fill: mixed(grey, 0xffffff, between(random, 0, 0.3)) },
    );
  }
}

/** A house on stilts in the open sea. */
export function platform(hand: Hand, place: Place): void {
  const { random } = hand;
  const here = hand.at(place);
  const paint = pick(random, [0xe8b23a, 0xd65a3a, 0x4f93c4]);
  for (const [top, foot] of [
    [-150, -210],
    [-52, -74],
    [52, 74],
    [150, 210],
  ] as const) {
    here.line(
      [
        [top, -250],
        [foot, 30],
      ],
      { px: 20, colour: paint },
    );
  }
  for (const [y, half] of [
    [-160, 172],
    [-70, 192],
  ] as const)
    here.line(
      [
        [-half, y],
        [half, y],
      ],
      { px: 11, colour: paint },
    );
  here.line(
    [
      [-168, -160],
      [-60, -70],
    ],
    { px: 8, colour: paint },
  );
  here.line(
    [
      [168, -160],
      [60, -70],
    ],
    { px: 8, colour: paint },
  );
  here.shape(corners([-220, -286], [220, -286], [220, -250], [-220, -250]), { fill: 0x8795a0 });
  here.shape(corners([-172, -410], [172, -410], [172, -286], [-172, -286]), {
    fill: pick(random, [WHITE, 0xf6dfa4, 0xcfe8d2]),
  });
  here.shape(corners([-122, -512], [122, -512], [122, -410], [-122, -410]), { fill: 0xbfdff0 });
  here.shape(corners([-140, -512], [0, -562], [140, -512]), { fill: RED });
  for (const x of [-126, -40, 46])
    here.shape(corners([x, -376], [x + 52, -376], [x + 52, -326], [x, -326]), { fill: 0x69b6de });
  here.shape(corners([112, -364], [150, -364], [150, -286], [112, -286]), { fill: WOOD });
  for (const x of [-88, 36])
    here.shape(corners([x, -486], [x + 52, -486], [x + 52, -440], [x, -440]), { fill: 0x69b6de });
  for (let x = -210; x <= 210; x += 70)
    here.line(
      [
        [x, -286],
        [x, -318],
      ],
      { px: 5 },
    );
  here.line(
    [
      [-214, -318],
      [-172, -318],
    ],
    { px: 5 },
  );
  flag(here, -198, -318, 0.72);
  for (let i = 0; i < 4; i += 1) {
    const x = 178 + (i % 2) * 26;
    here.shape(oval(x, -302 - Math.floor(i / 2) * 26, 13), { fill: 0x4fa05a });
  }
}

export function house(hand: Hand, place: Place): void {
  const { random } = hand;
  const here = hand.at(place);
  here.shape(corners([-90, -110], [90, -110], [90, 0], [-90, 0]), {
    fill: pick(random, [0xf7e3a1, 0xf3c3a5, 0xcfe6ee, 0xe3d4ef]),
  });
  here.shape(corners([-116, -108], [-60, -186], [60, -186], [116, -108]), {
    fill: pick(random, [0xc8553d, 0xb0472f, 0x4f7f9f]),
  });
  here.shape(corners([-22, -70], [22, -70], [22, 0], [-22, 0]), { fill: WOOD });
  for (const x of [-72, 40])
    here.shape(corners([x, -86], [x + 34, -86], [x + 34, -50], [x, -50]), { fill: 0x8fd0ec });
}

/** A market stall under a striped awning, with what is on sale. */
export function stall(hand: Hand, place: Place): void {
  const { random } = hand;
  const here = hand.at(place);
  const colour = pick(random, CLOTHES);
  for (const x of [-140, 140])
    here.line(
      [
        [x, 0],
        [x, -290],
      ],
      { px: 12, colour: WOOD },
    );
  for (let i = 0; i < 6; i += 1) {
    const x = -180 + i * 60;
    const edge: Point[] = [...arc(x + 30, -250, 30, 26, 0, Math.PI)];
    here.shape([[x + 14, -330], [x + 56, -330], [x + 60, -250], ...edge, [x + 14, -330]], {
      fill: i % 2 === 0 ? colour : WHITE,
      angle: 1.4,
    });
  }
  here.shape(corners([-170, -120], [170, -120], [158, 0], [-158, 0]), {
    fill: mixed(WOOD, 0xe0b070, 0.5),
    angle: 0,
  });
  for (let i = 0; i < 5; i += 1) {
    const x = -126 + i * 62;
    const fish = random() < 0.65;
    const fill = pick(random, [0x8fb8cf, 0xe58b6b, 0xb9c6cc, 0xf0b44a, 0xd9694f]);
    if (!fish) here.shape(oval(x, -138, 24, 20), { fill });
    else
      here.shape(
        loop(
          [x - 28, -132],
          [x, -150],
          [x + 20, -134],
          [x + 34, -148],
          [x + 33, -118],
          [x + 18, -128],
          [x, -118],
        ),
        { fill },
      );
  }
}

export function sandCastle(hand: Hand, place: Place): void {
  const here = hand.at(place);
  const tone = 0xe6b566;
  for (const x of [-96, 0, 96]) {
    const top = x === 0 ? -156 : -108;
    here.shape(corners([x - 44, 0], [x - 36, top], [x + 36, top], [x + 44, 0]), { fill: tone });
    here.line([
      [x - 36, top],
      [x - 20, top - 18],
      [x - 6, top],
      [x + 8, top - 18],
      [x + 22, top],
      [x + 36, top - 16],
    ]);
  }
  here.line(
    [
      [0, -170],
      [0, -240],
    ],
    { px: 6 },
  );
  here.shape(corners([2, -240], [56, -222], [2, -200]), { fill: RED });
}
