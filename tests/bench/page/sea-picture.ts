import { between, type Random, randomFrom } from '@domain/kernel/random.ts';
import type { PageStep, Shape, StoryEvent, StrokeMark, Tool } from '@domain/story/event.ts';
import { quarterSize, quarterX, quarterY } from '@domain/story/limits.ts';
import type { Bubble, PageObject, Placement } from '@domain/story/scene.ts';

// One page drawn with nearly everything that lies on the table: "Một ngày trên biển".

type Place = readonly [x: number, y: number];
type Look = Partial<Pick<StrokeMark, 'opacity' | 'layer' | 'symmetry'>>;

const random: Random = randomFrom(20_181_214);
const steps: PageStep[] = [];
let objects = 0;

/** A line of a hand through these places, rounded as a hand rounds. */
function through(places: readonly Place[], wobble: number): Place[] {
  const at = (i: number) => places[Math.max(0, Math.min(places.length - 1, i))]!;
  return places.slice(1).flatMap((_, i) => {
    const [p0, p1, p2, p3] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    const count = Math.max(4, Math.round(Math.hypot(p2[0] - p1[0], p2[1] - p1[1]) / 12));
    return Array.from({ length: count }, (__, k): Place => {
      const t = k / count;
      const spline = (axis: 0 | 1) =>
        0.5 *
        (2 * p1[axis] +
          (p2[axis] - p0[axis]) * t +
          (2 * p0[axis] - 5 * p1[axis] + 4 * p2[axis] - p3[axis]) * t * t +
          (3 * p1[axis] - p0[axis] - 3 * p2[axis] + p3[axis]) * t ** 3);
      return [
        spline(0) + between(random, -wobble, wobble),
        spline(1) + between(random, -wobble, wobble),
      ];
    });
  });
}

function stroke(
  tool: Tool,
  colour: number,
  size: number,
  places: readonly Place[],
  look: Look = {},
) {
  const line = through(places, Math.min(3, size / 30));
  steps.push({
    kind: 'stroke',
    tool,
    colour,
    size: quarterSize(size),
    opacity: 255,
    layer: 1,
    symmetry: 'none',
    seed: Math.floor(between(random, 1, 60_000)),
    x: line.map(([x]) => quarterX(x)),
    y: line.map(([, y]) => quarterY(y)),
    pressure: line.map((_, i) => Math.round(90 + 120 * Math.sin((i / line.length) * Math.PI))),
    ...look,
  });
}

function wash(
  tool: Tool,
  colour: number,
  size: number,
  y: number,
  [from, to]: Place,
  opacity = 255,
) {
  const middle = (from + to) / 2;
  const sway = between(random, -14, 14);
  stroke(
    tool,
    colour,
    size,
    [
      [from, y],
      [middle, y + sway],
      [to, y],
    ],
    { layer: 0, opacity },
  );
}

function shape(
  kind: Shape,
  [x0, y0, x1, y1]: readonly [number, number, number, number],
  colour: number,
  fillColour: number | null,
  look: { readonly size?: number; readonly opacity?: number; readonly layer?: number } = {},
) {
  steps.push({
    kind: 'shape',
    shape: kind,
    x0: quarterX(x0),
    y0: quarterY(y0),
    x1: quarterX(x1),
    y1: quarterY(y1),
    colour,
    fillColour,
    size: quarterSize(look.size ?? 6),
    opacity: look.opacity ?? 255,
    layer: look.layer ?? 1,
    symmetry: 'none',
  });
}

/** Poured into a panel: from side to side and from top to bottom. */
function pour(colour: number, [x0, y0, x1, y1]: readonly [number, number, number, number]) {
  const rows = Array.from({ length: y1 - y0 }, () => [x0, x1 - x0]);
  steps.push({ kind: 'fill', layer: 0, colour, opacity: 255, mask: { top: y0, rows } });
}

function put(item: PageObject) {
  objects += 1;
  steps.push({ kind: 'object-put', object: objects, item });
}

function placed(x: number, y: number, look: Partial<Placement> = {}): Placement {
  return {
    scale: 1000,
    rotation: 0,
    flip: false,
    behind: false,
    ...look,
    x: quarterX(x),
    y: quarterY(y),
  };
}

function stamp(asset: string, x: number, y: number, look: Partial<Placement> = {}, opacity = 255) {
  put({ kind: 'stamp', asset, opacity, placement: placed(x, y, look) });
}

function words(
  text: string,
  [x, y]: Place,
  look: { bubble: Bubble; width: number; size: number; tail?: Place; colour?: number },
) {
  put({
    kind: 'text',
    text,
    font: 'hand',
    colour: look.colour ?? 0x0b3a5b,
    textSize: quarterSize(look.size),
    width: quarterSize(look.width),
    bubble: look.bubble,
    tail: look.tail ? { x: quarterX(look.tail[0]), y: quarterY(look.tail[1]) } : null,
    opacity: 255,
    placement: placed(x, y),
  });
}

/** Above: the fleet goes out at dawn. */
function dawn() {
  pour(0xffe3b3, [0, 0, 1600, 700]);
  const sky = [0x7cc4e8, 0xa6d5ea, 0xcfe3e2, 0xfbdcae, 0xfcc98f, 0xf9b27c];
  for (const [i, colour] of sky.entries())
    wash('watercolour', colour, 120, 60 + i * 62, [-40, 1640]);
  wash('watercolour', 0xf48f6b, 80, 408, [-40, 1640], 200);
  for (const [i, radius] of [210, 160, 118].entries()) {
    const box = [830 - radius, 400 - radius, 830 + radius, 400 + radius] as const;
    shape('ellipse', box, 0xfff0b8, 0xfff0b8, { opacity: 70 + i * 50, layer: 0 });
  }
  shape('ellipse', [745, 315, 915, 485], 0xf7c531, 0xffdf5d, { layer: 0 });
  for (let i = 0; i < 13; i += 1) {
    const angle = Math.PI + (i / 12) * Math.PI;
    const ray = (far: number): Place => [830 + far * Math.cos(angle), 405 + far * Math.sin(angle)];
    stroke('crayon', 0xf6a623, 14, [ray(118), ray(150), ray(i % 2 === 0 ? 205 : 178)], {
      layer: 0,
    });
  }
  pour(0x2b8cc4, [0, 428, 1600, 700]);
  const sea = [0x6fb9dc, 0x4fa6d3, 0x318fc5, 0x2079b3, 0x16659f, 0x0f568c];
  for (const [i, colour] of sea.entries())
    wash('marker', colour, 64, 448 + i * 46, [-40, 1640], 235);
  for (let i = 0; i < 9; i += 1) {
    const width = 150 - i * 9;
    wash('crayon', 0xffe08a, 12, 440 + i * 22, [830 - width / 2, 830 + width / 2]);
  }
  const swell = (y: number): readonly Place[] =>
    Array.from({ length: 9 }, (_, i) => [-40 + i * 210, y + (i % 2) * 12] as const);
  stroke('wave', 0x9fdcf2, 34, swell(520));
  stroke('wave', 0xd8f3fb, 44, swell(596));
  stroke('wave', 0xffffff, 52, swell(668));
  // An island of our own, in ink and crayon.
  for (const [y, from, to] of [
    [418, 70, 400],
    [396, 96, 380],
    [372, 130, 340],
    [352, 170, 310],
  ] as const) {
    wash('marker', 0x6aac55, 40, y, [from, to]);
  }
  stroke(
    'crayon',
    0x5c9a4b,
    46,
    [
      [60, 418],
      [150, 352],
      [250, 330],
      [350, 372],
      [420, 420],
    ],
    { layer: 0 },
  );
  stroke(
    'crayon',
    0x77b65a,
    40,
    [
      [90, 424],
      [190, 380],
      [300, 372],
      [400, 420],
    ],
    { layer: 0 },
  );
  stroke(
    'crayon',
    0xf2d9a0,
    26,
    [
      [40, 440],
      [220, 432],
      [450, 440],
    ],
    { layer: 0 },
  );
  stroke('ink', 0x24543a, 9, [
    [48, 430],
    [120, 366],
    [236, 316],
    [330, 350],
    [430, 432],
  ]);
  stamp('lighthouse', 250, 238, { scale: 560 });
  stamp('coconut-palm', 128, 330, { scale: 470 });
  stamp('coconut-palm', 366, 336, { scale: 420, flip: true });
  stamp('cloud', 690, 96, { scale: 620 }, 225);
  stamp('cloud', 1370, 104, { scale: 760, flip: true }, 225);
  stamp('gull', 480, 230, { scale: 270 });
  stamp('gull', 1290, 250, { scale: 330, flip: true });
  stamp('gull', 1420, 262, { scale: 220, rotation: 34_600 });
  stamp('fishing-fleet', 1330, 404, { scale: 420 }, 235);
  stamp('red-sail-junk', 610, 424, { scale: 520 });
  stamp('fishing-boat', 1130, 486, { scale: 1000 });
  stamp('dolphin', 420, 580, { scale: 520, rotation: 34_800 });
  words('Ra khơi thôi!\nBiển đảo quê mình\nđẹp quá!', [1000, 168], {
    bubble: 'speech',
    width: 350,
    size: 38,
    tail: [120, 172],
  });
  words('Sáng sớm, đoàn thuyền ra khơi…', [330, 84], { bubble: 'narration', width: 520, size: 32 });
}

/** Lower left: under the sea. */
function reef() {
  pour(0x0f6fa8, [0, 700, 800, 1200]);
  const depth = [0x4fc3dc, 0x33aacd, 0x1f8fbd, 0x1678a8, 0x105f90];
  for (const [i, colour] of depth.entries())
    wash('watercolour', colour, 130, 745 + i * 100, [-30, 790]);
  for (let i = 0; i < 4; i += 1) {
    const x = 120 + i * 190;
    stroke(
      'marker',
      0xd6f5fb,
      34,
      [
        [x, 690],
        [x - 60, 900],
        [x - 130, 1080],
      ],
      { layer: 0, opacity: 46 },
    );
  }
  wash('crayon', 0xf0d79a, 80, 1150, [0, 800]);
  wash('spray', 0xd9b36c, 90, 1140, [0, 800]);
  for (const [x, far, colour] of [
    [90, 170, 0x2f9b5a],
    [130, 120, 0x57b86a],
    [690, 190, 0x2f9b5a],
    [655, 130, 0x7cc86d],
  ] as const) {
    stroke('brush', colour, 20, [
      [x, 1160],
      [x + 26, 1160 - far / 2],
      [x - 12, 1160 - far],
      [x + 14, 1150 - far * 1.2],
    ]);
  }
  for (let i = 0; i < 16; i += 1) {
    const [x, y, r] = [
      between(random, 60, 760),
      between(random, 740, 1040),
      between(random, 5, 15),
    ];
    shape('ellipse', [x - r, y - r, x + r, y + r], 0xe9fbff, null, { size: 3, opacity: 220 });
  }
  stroke(
    'rainbow',
    0xe5342b,
    40,
    [
      [70, 830],
      [200, 776],
      [330, 806],
      [450, 770],
    ],
    { opacity: 235 },
  );
  stamp('red-coral', 170, 1086, { scale: 560 });
  stamp('fan-coral', 590, 1080, { scale: 620 });
  stamp('starfish', 400, 1128, { scale: 260, rotation: 1_800 });
  stamp('sea-turtle', 360, 930, { scale: 880, rotation: 34_900 });
  stamp('clownfish', 620, 880, { scale: 420, flip: true });
  stamp('reef-fish', 690, 976, { scale: 360, flip: true });
  stamp('reef-fish', 120, 930, { scale: 340 });
  stamp('seahorse', 500, 1050, { scale: 300 });
  words('Dưới kia, rùa biển\ndạo chơi cùng bạn cá.', [604, 784], {
    bubble: 'narration',
    width: 300,
    size: 30,
  });
}

/** Lower right: who watches over the sea at night. */
function night() {
  pour(0x14284f, [800, 700, 1600, 1200]);
  const dark = [0x0e1c3d, 0x15305f, 0x1d3f78, 0x285292];
  for (const [i, colour] of dark.entries())
    wash('watercolour', colour, 120, 740 + i * 80, [810, 1640]);
  for (let i = 0; i < 40; i += 1) {
    const [x, y, r] = [
      between(random, 830, 1560),
      between(random, 726, 930),
      between(random, 2, 6),
    ];
    shape('star', [x - r, y - r, x + r, y + r], 0xfff3c4, 0xfff3c4, { size: 2, layer: 0 });
  }
  pour(0x0d3157, [800, 1042, 1600, 1200]);
  for (let i = 0; i < 4; i += 1)
    wash(
      'marker',
      [0x1b5c93, 0x17507f, 0x12436d, 0x0d3559][i]!,
      46,
      1062 + i * 36,
      [810, 1640],
      230,
    );
  const swell = (y: number): readonly Place[] =>
    Array.from({ length: 6 }, (_, i) => [810 + i * 170, y + (i % 2) * 10] as const);
  stroke('wave', 0x4f9cc9, 34, swell(1092));
  stroke('wave', 0x7fc0e0, 40, swell(1152));
  for (let i = 0; i < 6; i += 1)
    wash('crayon', 0xffe9a6, 9, 1056 + i * 20, [930 - 60 + i * 4, 930 + 60 - i * 4]);
  stamp('moon', 868, 782, { scale: 300 });
  stamp('dk1-platform', 1010, 944, { scale: 900 });
  stamp('navy-ship', 1420, 1030, { scale: 640 });
  stamp('navy-sailor', 1208, 1046, { scale: 660 });
  words('Ngủ ngon nhé các cháu!\nĐã có các chú canh biển.', [1340, 806], {
    bubble: 'thought',
    width: 330,
    size: 26,
    tail: [-110, 140],
  });
}

/** The log of a story with this page. */
export function seaPicture(): readonly StoryEvent[] {
  dawn();
  reef();
  night();
  steps.push({ kind: 'panels-set', layout: 6 });
  const first: StoryEvent = { kind: 'page-add', pageId: 1, index: 0, seq: 0, atMs: 0 };
  const title: StoryEvent = { kind: 'title-set', text: 'Một ngày trên biển', seq: 1, atMs: 0 };
  return [
    first,
    title,
    ...steps.map((step, i) => {
      const timed = step.kind === 'stroke' ? { ...step, t: step.x.map((_, k) => k * 8) } : step;
      return { ...timed, pageId: 1, seq: i + 2, atMs: (i + 1) * 1_500 } as StoryEvent;
    }),
  ];
}
