import { between, pick } from '@domain/kernel/random.ts';
import { CLOTHES, RED, SKIN, WHITE } from './colours.ts';
import { arc, corners, curve, loop, oval, type Place, type Point } from './geometry.ts';
import type { Hand } from './hand.ts';
import { smile } from './props-sky.ts';

export interface Person {
  readonly hat?: 'cone' | 'sailor' | 'none';
  readonly scarf?: boolean;
  readonly wave?: boolean;
  readonly uniform?: boolean;
}

/** A child as children draw one: a large head, a skirt or shorts, arms like branches. Stands on `place`. */
export function child(hand: Hand, place: Place, person: Person = {}): void {
  const { random } = hand;
  const here = hand.at(place);
  const skin = pick(random, SKIN);
  const girl = !person.uniform && random() < 0.5;
  const shirt = person.uniform ? WHITE : pick(random, CLOTHES);
  const below = person.uniform ? 0x2d4f8f : pick(random, CLOTHES);

  for (const side of [-1, 1]) {
    here.limb(
      [
        [side * 20, -78],
        [side * 22, -8],
      ],
      { px: 15, colour: skin },
    );
    here.line(
      [
        [side * 20, -4],
        [side * 42, -4],
      ],
      { px: 15, colour: 0x5a3b28 },
    );
  }
  const hands: readonly Point[] = [
    [-84, person.wave ? -250 : -112],
    [84, random() < 0.5 ? -118 : -236],
  ];
  for (const [x, y] of hands) {
    here.limb(curve([Math.sign(x) * 30, -182], [x * 0.75, (y - 182) / 2 + 12], [x, y]), {
      px: 14,
      colour: skin,
    });
  }
  if (girl) here.shape(corners([-32, -196], [32, -196], [66, -70], [-66, -70]), { fill: shirt });
  else {
    here.shape(
      corners([-42, -128], [42, -128], [44, -72], [4, -72], [0, -100], [-4, -72], [-44, -72]),
      { fill: below },
    );
    here.shape(corners([-40, -196], [40, -196], [44, -122], [-44, -122]), { fill: shirt });
  }
  if (person.scarf) {
    here.shape(
      corners([-36, -198], [36, -198], [10, -176], [22, -142], [0, -164], [-20, -142], [-8, -176]),
      { fill: RED },
    );
  }
  const hair = 0x2a1d18;
  if (girl) {
    for (const side of [-1, 1])
      here.shape(loop([side * 54, -268], [side * 96, -236], [side * 82, -190], [side * 60, -226]), {
        fill: hair,
      });
  }
  here.shape(oval(0, -252, 62, 58), { fill: skin });
  here.shape(
    [
      ...arc(0, -258, 66, 60, Math.PI, 2 * Math.PI),
      ...curve([66, -258], [30, -286], [-10, -272], [-66, -258]),
    ],
    { fill: hair },
  );
  smile(here, 0, -236, 46);
  for (const side of [-1, 1]) here.dot(side * 38, -232, { colour: 0xf5957b, px: 17, opacity: 150 });
  hat(here, person.hat ?? 'none');
}

function hat(here: Hand, kind: 'cone' | 'sailor' | 'none'): void {
  if (kind === 'cone') {
    here.shape(corners([-96, -284], [0, -362], [96, -284]), { fill: 0xf5e3ad });
    here.line(
      [
        [-54, -302],
        [52, -302],
      ],
      { px: 4 },
    );
    here.line(
      [
        [-30, -324],
        [30, -324],
      ],
      { px: 4 },
    );
  }
  if (kind === 'sailor') {
    here.shape(loop([-66, -296], [-60, -336], [0, -346], [60, -336], [66, -296]), { fill: WHITE });
    here.line(
      [
        [-62, -294],
        [62, -294],
      ],
      { px: 12, colour: 0x23468a },
    );
    here.dot(0, -318, { colour: RED, px: 16 });
  }
}

/** A row of people, not quite of one size. */
export function group(
  hand: Hand,
  fromX: number,
  toX: number,
  y: number,
  people: readonly Person[],
  scale: number,
): void {
  const { random } = hand;
  for (const [i, person] of people.entries()) {
    const x =
      people.length === 1 ? (fromX + toX) / 2 : fromX + ((toX - fromX) * i) / (people.length - 1);
    child(
      hand,
      {
        x,
        y: y + between(random, -16, 16),
        scale: scale * between(random, 0.88, 1.1),
        flip: random() < 0.5,
      },
      person,
    );
  }
}
