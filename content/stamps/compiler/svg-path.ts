import { apply, type Matrix } from './matrix.ts';

/** An absolute step: M and L hold a point, Q two, C three, Z none. */
export type Step = readonly [command: 'M' | 'L' | 'C' | 'Q' | 'Z', points: readonly number[]];

const ARGUMENTS: Readonly<Record<string, number>> = {
  M: 2,
  L: 2,
  H: 1,
  V: 1,
  C: 6,
  S: 4,
  Q: 4,
  T: 2,
  A: 7,
  Z: 0,
};
const NUMBER = /^[\s,]*([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)/i;
const FLAG = /^[\s,]*([01])/;

/** The arc of SVG as cubics (SVG 1.1, appendix F.6). */
function arc(x0: number, y0: number, n: readonly number[]): Step[] {
  const [rx0, ry0, turn, large, sweep, x, y] = n as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (rx0 === 0 || ry0 === 0) return [['L', [x, y]]];
  if (x0 === x && y0 === y) return [];
  const phi = (turn * Math.PI) / 180;
  const [cos, sin] = [Math.cos(phi), Math.sin(phi)];
  const [dx, dy] = [(x0 - x) / 2, (y0 - y) / 2];
  const [u, v] = [cos * dx + sin * dy, cos * dy - sin * dx];
  const grow = Math.max(1, Math.sqrt((u / rx0) ** 2 + (v / ry0) ** 2));
  const [rx, ry] = [Math.abs(rx0) * grow, Math.abs(ry0) * grow];
  const part = (rx * v) ** 2 + (ry * u) ** 2;
  const root = Math.sqrt(Math.max(0, ((rx * ry) ** 2 - part) / part)) * (large === sweep ? -1 : 1);
  const [cu, cv] = [(root * rx * v) / ry, (-root * ry * u) / rx];
  const [cx, cy] = [cos * cu - sin * cv + (x0 + x) / 2, sin * cu + cos * cv + (y0 + y) / 2];
  const from = Math.atan2((v - cv) / ry, (u - cu) / rx);
  let span = Math.atan2((-v - cv) / ry, (-u - cu) / rx) - from;
  if (sweep === 1 && span < 0) span += 2 * Math.PI;
  if (sweep === 0 && span > 0) span -= 2 * Math.PI;
  const pieces = Math.max(1, Math.ceil(Math.abs(span) / (Math.PI / 2) - 1e-9));
  const pull = (4 / 3) * Math.tan(span / pieces / 4);
  const place = (a: number, b: number) => [
    cos * rx * a - sin * ry * b + cx,
    sin * rx * a + cos * ry * b + cy,
  ];
  return Array.from({ length: pieces }, (_, i): Step => {
    const [s, t] = [from + (span * i) / pieces, from + (span * (i + 1)) / pieces];
    return [
      'C',
      [
        ...place(Math.cos(s) - pull * Math.sin(s), Math.sin(s) + pull * Math.cos(s)),
        ...place(Math.cos(t) + pull * Math.sin(t), Math.sin(t) - pull * Math.cos(t)),
        ...(i === pieces - 1 ? [x, y] : place(Math.cos(t), Math.sin(t))),
      ],
    ];
  });
}

type Pen = {
  x: number;
  y: number;
  startX: number;
  startY: number;
  handle: readonly [string, number, number] | null;
};

/** One command with its numbers, made absolute, with the shorthands written out. */
function absolute(pen: Pen, letter: string, raw: readonly number[]): Step[] {
  const command = letter.toUpperCase();
  const relative = letter !== command;
  const at = (i: number) => raw[i]! + (relative ? (i % 2 === 0 ? pen.x : pen.y) : 0);
  const points = (count: number) => Array.from({ length: count }, (_, i) => at(i));
  const mirror = (kind: string): [number, number] =>
    pen.handle?.[0] === kind
      ? [2 * pen.x - pen.handle[1], 2 * pen.y - pen.handle[2]]
      : [pen.x, pen.y];
  if (command === 'M') return [['M', points(2)]];
  if (command === 'L') return [['L', points(2)]];
  if (command === 'H') return [['L', [at(0), pen.y]]];
  if (command === 'V') return [['L', [pen.x, raw[0]! + (relative ? pen.y : 0)]]];
  if (command === 'C') return [['C', points(6)]];
  if (command === 'S') return [['C', [...mirror('C'), ...points(4)]]];
  if (command === 'Q') return [['Q', points(4)]];
  if (command === 'T') return [['Q', [...mirror('Q'), ...points(2)]]];
  if (command === 'Z') return [['Z', []]];
  const [dx, dy] = relative ? [pen.x, pen.y] : [0, 0];
  return arc(pen.x, pen.y, [...raw.slice(0, 5), raw[5]! + dx, raw[6]! + dy]);
}

function move(pen: Pen, [command, points]: Step): void {
  const tail = points.slice(-4);
  pen.handle = command === 'C' || command === 'Q' ? [command, tail[0]!, tail[1]!] : null;
  if (command === 'Z') [pen.x, pen.y] = [pen.startX, pen.startY];
  else [pen.x, pen.y] = [points.at(-2)!, points.at(-1)!];
  if (command === 'M') [pen.startX, pen.startY] = [pen.x, pen.y];
}

/** Reads the `d` of a path; null when it is not one. */
export function parsePath(d: string): Step[] | null {
  const pen: Pen = { x: 0, y: 0, startX: 0, startY: 0, handle: null };
  const steps: Step[] = [];
  let rest = d.trim();
  let letter = '';
  while (rest !== '') {
    const named = /^[\s,]*([MLHVCSQTAZ])/i.exec(rest);
    if (named) {
      letter = named[1]!;
      rest = rest.slice(named[0].length);
    } else if (letter === '' || letter.toUpperCase() === 'Z') return null;
    // Numbers that go on after a move are lines.
    else if (letter === 'M') letter = 'L';
    else if (letter === 'm') letter = 'l';
    const command = letter.toUpperCase();
    if (steps.length === 0 && command !== 'M') return null;
    const numbers: number[] = [];
    while (numbers.length < ARGUMENTS[command]!) {
      const isFlag = command === 'A' && (numbers.length === 3 || numbers.length === 4);
      const found = (isFlag ? FLAG : NUMBER).exec(rest);
      if (!found) return null;
      numbers.push(Number(found[1]));
      rest = rest.slice(found[0].length);
    }
    rest = rest.trimStart();
    for (const step of absolute(pen, letter, numbers)) {
      steps.push(step);
      move(pen, step);
    }
  }
  return steps.length > 1 ? steps : null;
}

/** The path as `tracePath` reads it, to a tenth of a unit. */
export function writePath(steps: readonly Step[], matrix: Matrix): string {
  const tenth = (value: number) => String(Math.round(value * 10) / 10 + 0);
  return steps
    .map(([command, points]) => {
      const placed: string[] = [];
      for (let i = 0; i < points.length; i += 2) {
        placed.push(...apply(matrix, points[i]!, points[i + 1]!).map(tenth));
      }
      return command + placed.join(' ');
    })
    .join('');
}
