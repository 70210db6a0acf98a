import { between, integerBetween, pick } from '@domain/kernel/random.ts';
import { CLOTHES, HULLS, mixed, RED, STEEL, WHITE, WOOD, YELLOW } from './colours.ts';
import { corners, curve, oval, type Place, type Point, wave } from './geometry.ts';
import type { Hand } from './hand.ts';
import { flag } from './props-sky.ts';

function wake(here: Hand, half: number, colour = 0xf2fbff): void {
  here.line(wave(-half * 1.1, half * 1.1, 12, 7, half * 0.55), { colour, px: 10 });
  here.line(wave(-half * 0.8, half * 0.9, 34, 6, half * 0.5), { colour, px: 7, opacity: 190 });
}

/** The painted boats of the coast: high bow, an eye at the front, a cabin and a flag. */
export function fishingBoat(hand: Hand, place: Place): void {
  const { random } = hand;
  const here = hand.at(place);
  const hull = pick(random, HULLS);
  here.line(
    [
      [-40, -90],
      [-40, -290],
    ],
    { px: 10, colour: WOOD },
  );
  here.shape(corners([-150, -160], [-20, -160], [-20, -84], [-150, -84]), {
    fill: pick(random, [WHITE, 0xf7e3a1, 0xbfe3ee]),
  });
  here.shape(corners([-166, -188], [-6, -188], [-14, -160], [-158, -160]), {
    fill: pick(random, CLOTHES),
  });
  for (const x of [-118, -58]) here.shape(oval(x, -124, 17), { fill: 0x9fd6ee });
  flag(here, -40, -70, 0.78);
  here.shape(
    [
      ...curve([-232, -104], [-190, -84], [0, -76], [150, -92], [256, -140]),
      ...curve([256, -140], [222, -50], [170, 6], [90, 12]),
      ...curve([90, 12], [-60, 14], [-170, 8], [-232, -104]),
    ],
    { fill: hull, angle: 0 },
  );
  here.line(curve([-214, -64], [0, -38], [150, -52], [234, -88]), { px: 13, colour: WHITE });
  here.shape(oval(184, -62, 19, 14), { fill: WHITE });
  here.dot(188, -62, { colour: 0x1b1b1b, px: 13 });
  if (random() < 0.7) {
    here.line(
      [
        [60, -82],
        [180, -268],
      ],
      { px: 7, colour: WOOD },
    );
    const net = mixed(0x4d8f6a, 0x3b6ea5, random());
    for (let i = 0; i < 4; i += 1) {
      here.line(
        [
          [180 - i * 26, -264 + i * 40],
          [196 - i * 10, -116 + i * 8],
        ],
        { px: 4, colour: net },
      );
    }
    here.line(curve([176, -220], [190, -180], [150, -150]), { px: 4, colour: net });
  }
  wake(here, 230);
}

export function sailingBoat(hand: Hand, place: Place): void {
  const { random } = hand;
  const here = hand.at(place);
  const sail = pick(random, [0xf6efd9, 0xe8743b, 0xf2b233, 0xc94f3d, 0x7fc4dd]);
  here.line(
    [
      [0, -40],
      [0, -330],
    ],
    { px: 10, colour: WOOD },
  );
  here.shape([...curve([14, -322], [110, -220], [166, -76]), [14, -76], [14, -322]], {
    fill: sail,
  });
  here.shape([...curve([-14, -296], [-80, -200], [-112, -76]), [-14, -76], [-14, -296]], {
    fill: mixed(sail, 0xffffff, 0.4),
  });
  here.line(
    [
      [14, -160],
      [130, -140],
    ],
    { px: 5 },
  );
  here.line(
    [
      [14, -230],
      [92, -220],
    ],
    { px: 5 },
  );
  here.shape(
    [
      ...curve([-150, -58], [0, -40], [176, -70]),
      ...curve([176, -70], [120, 8], [0, 14], [-100, 8], [-150, -58]),
    ],
    { fill: pick(random, HULLS), angle: 0 },
  );
  here.shape(corners([0, -330], [52, -312], [0, -292]), { fill: RED });
  wake(here, 160);
}

/** The round basket boat, with a fisher under a conical hat. */
export function basketBoat(hand: Hand, place: Place): void {
  const { random } = hand;
  const here = hand.at(place);
  const shirt = pick(random, CLOTHES);
  here.line(
    [
      [26, -96],
      [120, 10],
    ],
    { px: 9, colour: WOOD },
  );
  here.shape(corners([-34, -40], [-26, -110], [26, -110], [34, -40]), { fill: shirt });
  here.line(
    [
      [20, -96],
      [62, -58],
    ],
    { px: 15, colour: shirt },
  );
  here.shape(oval(0, -134, 25, 27), { fill: 0xf0bd8f });
  here.shape(corners([-58, -140], [0, -190], [58, -140]), { fill: 0xf3dfa4 });
  here.line(curve([-9, -122], [0, -117], [9, -122]), { px: 4 });
  here.shape(
    [
      ...curve([-108, -46], [0, -30], [108, -46]),
      ...curve([108, -46], [82, 8], [0, 20], [-82, 8], [-108, -46]),
    ],
    { fill: 0xb98546, angle: 0.5 },
  );
  for (let i = -2; i <= 2; i += 1) {
    here.line(curve([i * 38 - 10, -32], [i * 33, -8], [i * 26 + 8, 12]), {
      px: 5,
      colour: 0x7a5225,
    });
  }
  here.line(curve([-112, -48], [0, -32], [112, -48]), { px: 13, colour: 0x8a5c2a });
  wake(here, 110);
}

/** A grey ship on watch; friendly, and without arms. */
export function navalShip(hand: Hand, place: Place): void {
  const { random } = hand;
  const here = hand.at(place);
  const steel = mixed(STEEL, pick(random, [0x6f8ea3, 0xc3d0d6, 0x7f99a0]), 0.5);
  here.line(
    [
      [20, -230],
      [20, -380],
    ],
    { px: 9, colour: 0x55636d },
  );
  for (const y of [-350, -318])
    here.line(
      [
        [-28, y],
        [68, y],
      ],
      { px: 6, colour: 0x55636d },
    );
  here.shape(corners([-44, -232], [92, -232], [112, -168], [-60, -168]), {
    fill: mixed(steel, 0xffffff, 0.35),
  });
  here.shape(corners([-166, -172], [176, -172], [196, -92], [-186, -92]), {
    fill: mixed(steel, 0xffffff, 0.2),
  });
  for (let x = -136; x <= 140; x += 46) here.shape(oval(x, -130, 13), { fill: 0x8fd0ec });
  for (let x = -20; x <= 70; x += 42) {
    here.shape(corners([x, -216], [x + 28, -216], [x + 28, -190], [x, -190]), { fill: 0x8fd0ec });
  }
  here.shape(
    [
      ...curve([-372, -108], [-150, -92], [180, -92], [410, -138]),
      ...curve([410, -138], [352, -30], [318, 8]),
      [-326, 10],
      [-372, -108],
    ],
    { fill: steel, angle: 0 },
  );
  here.line(
    [
      [-332, -14],
      [330, -18],
    ],
    { px: 13, colour: mixed(RED, 0x6b1a1a, 0.3) },
  );
  here.line(curve([240, -52], [258, -66], [262, -38], [280, -52]), { px: 6 });
  flag(here, -300, -88, 0.85);
  wake(here, 360);
}

/** A fleet towards the horizon: nothing but hulls and sails. */
export function farFleet(hand: Hand, horizonY: number, count: number): void {
  const { random } = hand;
  for (let i = 0; i < count; i += 1) {
    const here = hand.at({
      x: 100 + ((i + random() * 0.7) / count) * 1400,
      y: horizonY + between(random, 4, 40),
      scale: between(random, 0.5, 0.85),
    });
    here.shape(corners([-50, -16], [60, -22], [38, 10], [-34, 10]), { fill: pick(random, HULLS) });
    here.line(
      [
        [0, -16],
        [0, -88],
      ],
      { px: 6 },
    );
    if (random() < 0.5) here.shape(corners([6, -86], [52, -28], [6, -28]), { fill: WHITE });
    else here.shape(corners([2, -88], [46, -76], [2, -60]), { fill: RED });
  }
}

export function lanternBoat(hand: Hand, place: Place): void {
  const { random } = hand;
  const here = hand.at(place);
  fishingBoat(hand, place);
  const lanterns: readonly Point[] = [
    [-196, -170],
    [-128, -212],
    [128, -172],
    [190, -190],
  ];
  for (const [x, y] of lanterns.slice(0, integerBetween(random, 2, 4))) {
    here.line(
      [
        [x, y],
        [x, y + 70],
      ],
      { px: 6 },
    );
    here.shape(oval(x, y, 38), { fill: 0xffefb8, outline: null });
    here.shape(oval(x, y, 19, 23), { fill: YELLOW, outline: 0xd9861f });
  }
}
