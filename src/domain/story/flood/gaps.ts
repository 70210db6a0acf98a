import type { Region } from './region.ts';

/**
 * 1 where an open px is further than `reach` from every wall, in a square. A gap of up to 2·reach px
 * between two walls closes. The edge of the page is no wall.
 */
export function awayFromWalls(
  open: Uint8Array,
  width: number,
  height: number,
  reach: number,
): Uint8Array {
  const alongRows = new Uint8Array(open.length);
  for (let y = 0; y < height; y += 1) {
    const [first, end] = [y * width, (y + 1) * width];
    let free = reach + 1;
    for (let at = first; at < end; at += 1) {
      if (open[at] === 1) {
        free += 1;
        if (free > reach) alongRows[at] = 1;
      } else {
        // What lies before the wall is as near to it as what lies behind.
        const back = Math.max(first, at - reach);
        alongRows.fill(0, back, at);
        free = 0;
      }
    }
  }
  const away = alongRows.slice();
  // Downwards and upwards, whole rows at a time: columns would miss the cache at every step.
  const since = new Int16Array(width).fill(reach + 1);
  const pass = (y: number) => {
    const first = y * width;
    for (let x = 0; x < width; x += 1) {
      const far = alongRows[first + x] === 1 ? since[x]! + 1 : 0;
      since[x] = far > reach ? reach + 1 : far;
      if (far <= reach) away[first + x] = 0;
    }
  };
  for (let y = 0; y < height; y += 1) pass(y);
  since.fill(reach + 1);
  for (let y = height - 1; y >= 0; y -= 1) pass(y);
  return away;
}

/** Where a row changes from one value to the other: the first px of each new value. */
function changesIn(row: Uint8Array): number[] {
  const changes: number[] = [];
  let here = row[0]!;
  for (let at = row.indexOf(1 - here); at >= 0; at = row.indexOf(1 - here, at)) {
    changes.push(at);
    here = 1 - here;
  }
  return changes;
}

/** The px on either side of the rim of a region that lie outside of it, each once or a few times. */
function rimOf({ width, height, inside }: Region): number[] {
  const rim: number[] = [];
  let before: readonly number[] = [];
  for (let y = 0; y < height; y += 1) {
    const first = y * width;
    const changes = changesIn(inside.subarray(first, first + width));
    for (const at of changes) rim.push(first + (inside[first + at] === 1 ? at - 1 : at));
    // Most rows are like the one above.
    const same =
      y === 0 ||
      (inside[first] === inside[first - width] &&
        changes.length === before.length &&
        changes.every((at, i) => at === before[i]));
    before = changes;
    if (same) continue;
    for (let at = first; at < first + width; at += 1) {
      if (inside[at] !== inside[at - width]) rim.push(inside[at] === 1 ? at - width : at);
    }
  }
  return rim;
}

/**
 * Adds to a region what lies within so many steps of it, over sides of pixels, of what is `allowed`
 * (the px of `where` that hold this value). Growing goes around other pixels, not through them.
 */
export function grow(region: Region, where: Uint8Array, allowed: 0 | 1, steps: number): Region {
  const { width, height } = region;
  const inside = region.inside.slice();
  let { count } = region;
  let front: number[] = [];
  const take = (next: number) => {
    if (inside[next] === 1 || where[next] !== allowed) return;
    inside[next] = 1;
    count += 1;
    front.push(next);
  };
  for (const at of rimOf(region)) take(at);
  for (let step = 1; step < steps && front.length > 0; step += 1) {
    const rim = front;
    front = [];
    for (const at of rim) {
      const x = at % width;
      if (x > 0) take(at - 1);
      if (x < width - 1) take(at + 1);
      if (at >= width) take(at - width);
      if (at < (height - 1) * width) take(at + width);
    }
  }
  return { width, height, inside, count };
}

/**
 * Adds the small pockets of what was left out between a region and the walls, such as sharp corners;
 * anything larger than `mostPx` lies beyond a gap and stays out.
 */
export function fillPockets(region: Region, whole: Region, mostPx: number): Region {
  const { width, height } = region;
  const inside = region.inside.slice();
  let { count } = region;
  const seen = new Uint8Array(inside.length);
  for (const start of rimOf(region)) {
    if (seen[start] === 1 || inside[start] === 1 || whole.inside[start] === 0) continue;
    const pocket = [start];
    seen[start] = 1;
    const visit = (next: number) => {
      if (seen[next] === 1 || region.inside[next] === 1 || whole.inside[next] === 0) return;
      seen[next] = 1;
      pocket.push(next);
    };
    for (let i = 0; i < pocket.length && pocket.length <= mostPx; i += 1) {
      const at = pocket[i]!;
      const x = at % width;
      if (x > 0) visit(at - 1);
      if (x < width - 1) visit(at + 1);
      if (at >= width) visit(at - width);
      if (at < (height - 1) * width) visit(at + width);
    }
    if (pocket.length > mostPx) continue;
    for (const at of pocket) inside[at] = 1;
    count += pocket.length;
  }
  return { width, height, inside, count };
}

/** The px of a region where `away` is 1 that is nearest to the seed, at most so many px off in a square; or -1. */
export function nearestWithin(
  { width, height, inside }: Region,
  away: Uint8Array,
  seed: number,
  reach: number,
): number {
  const [sx, sy] = [seed % width, Math.floor(seed / width)];
  let best = -1;
  let bestSquare = Infinity;
  for (let y = Math.max(0, sy - reach); y <= Math.min(height - 1, sy + reach); y += 1) {
    for (let x = Math.max(0, sx - reach); x <= Math.min(width - 1, sx + reach); x += 1) {
      const at = y * width + x;
      const square = (x - sx) ** 2 + (y - sy) ** 2;
      if (square >= bestSquare || away[at] === 0 || inside[at] === 0) continue;
      best = at;
      bestSquare = square;
    }
  }
  return best;
}
