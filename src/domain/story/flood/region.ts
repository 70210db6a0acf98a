/** Opaque colours of a page in rows, each px as the four bytes of its red, green, blue and alpha. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly words: Uint32Array;
}

/** A set of pixels: 1 where one belongs to it. */
export interface Region {
  readonly width: number;
  readonly height: number;
  readonly inside: Uint8Array;
  readonly count: number;
}

/** How near two colours are: the most that one of red, green and blue differs, 0 to 255. */
export function distance(one: number, other: number): number {
  const red = Math.abs((one & 255) - (other & 255));
  const green = Math.abs(((one >> 8) & 255) - ((other >> 8) & 255));
  const blue = Math.abs(((one >> 16) & 255) - ((other >> 16) & 255));
  return Math.max(red, green, blue);
}

/** 1 where colour may flow: a px is no further than `tolerance` from the colour at the seed. */
export function openPixels({ words }: Pixels, seed: number, tolerance: number): Uint8Array {
  const colour = words[seed]!;
  const open = new Uint8Array(words.length);
  // Most neighbours are equal: one answer for each run of a colour.
  for (let i = 0; i < words.length;) {
    const word = words[i]!;
    let end = i + 1;
    while (end < words.length && words[end] === word) end += 1;
    if (distance(word, colour) <= tolerance) open.fill(1, i, end);
    i = end;
  }
  return open;
}

/** Numbers that a waiting run takes on the stack: its start, the way it was found, and the run it was found from. */
const ENTRY = 4;

/** Everything open that hangs together with the seed, over the sides of pixels; by rows. */
export function flood(open: Uint8Array, width: number, height: number, seed: number): Region {
  const inside = new Uint8Array(open.length);
  // A page without walls, such as a blank one, hangs together as it is.
  if (!open.includes(0)) return { width, height, inside: inside.fill(1), count: open.length };
  const end = width * height;
  let count = 0;
  let stack = new Int32Array(4096 * ENTRY);
  let depth = 0;
  const push = (at: number, step: number, from: number, to: number) => {
    if (depth === stack.length) {
      const larger = new Int32Array(stack.length * 2);
      larger.set(stack);
      stack = larger;
    }
    stack[depth] = at;
    stack[depth + 1] = step;
    stack[depth + 2] = from;
    stack[depth + 3] = to;
    depth += ENTRY;
  };
  /** One entry for each run of open pixels of a row beside the run just filled. */
  const look = (from: number, to: number, step: number) => {
    if (from < 0 || from >= end) return;
    let running = false;
    for (let at = from; at <= to; at += 1) {
      const wanted = open[at] === 1 && inside[at] === 0;
      if (wanted && !running) push(at, step, from, to);
      running = wanted;
    }
  };
  if (open[seed] === 1) push(seed, width, seed, seed - 1);
  while (depth > 0) {
    depth -= ENTRY;
    const at = stack[depth]!;
    if (inside[at] === 1) continue;
    const step = stack[depth + 1]!;
    const [knownFrom, knownTo] = [stack[depth + 2]!, stack[depth + 3]!];
    const first = at - (at % width);
    const last = first + width - 1;
    let left = at;
    while (left > first && open[left - 1] === 1) left -= 1;
    let right = at;
    while (right < last && open[right + 1] === 1) right += 1;
    inside.fill(1, left, right + 1);
    count += right - left + 1;
    look(left + step, right + step, step);
    // Back where it came from only what sticks out on either side; of the seed that is all.
    if (knownTo < knownFrom) look(left - step, right - step, -step);
    else {
      if (left < knownFrom) look(left - step, knownFrom - 1 - step, -step);
      if (right > knownTo) look(knownTo + 1 - step, right - step, -step);
    }
  }
  return { width, height, inside, count };
}
