import { isInk, type InkStep, type LayerId } from '../event.ts';
import type { PageState, PageTrail } from '../story.ts';
import type { TrailNode } from '../trail.ts';
import { paintInk, touches } from './ink.ts';
import { type InkKit, toPagePx } from './ink-kit.ts';
import { type CreateSurface, freeSurface, layOver, type Surface, wipe } from './surface.ts';

type Node = TrailNode<PageState>;
type Checkpoint = { readonly node: Node; readonly sheet: Surface };

/** Steps of a page between two remembered states: what an undo replays at most. */
export const BLOCK_STEPS = 32;
/** Blocks back from the newest at which states are remembered when a page is opened. */
const RUNGS: readonly number[] = [1, 2, 8, 32];
/** Each costs as much memory as the page on the screen: 2 to 8 MB. */
const MAX_CHECKPOINTS = 3;

function blockOf(node: Node): number {
  return Math.floor(node.depth / BLOCK_STEPS);
}

/**
 * Keeps remembered states dense at the end and sparse towards the beginning. The place of the one
 * missed least; never of the two newest.
 */
export function leastNeeded(depths: readonly number[]): number {
  const newest = depths.at(-1) ?? 0;
  let best = 0;
  let bestCost = Infinity;
  for (let i = 0; i < depths.length - 2; i += 1) {
    const gap = depths[i + 1]! - (depths[i - 1] ?? 0);
    const cost = gap / (newest - depths[i]!);
    if (cost < bestCost) [best, bestCost] = [i, cost];
  }
  return best;
}

function holds(trail: PageTrail, node: Node): boolean {
  let at = trail;
  while (at !== null && at.depth > node.depth) at = at.below;
  return at === node;
}

/**
 * The ink of one layer of a page as pixels, brought to any state of the page by painting what is new
 * on the nearest state it remembers. States are trails, whose shared tails tell how near they are.
 */
export function createLayerRaster(
  layer: LayerId,
  size: { readonly width: number; readonly height: number },
  { createSurface, kit }: { readonly createSurface: CreateSurface; readonly kit: InkKit },
) {
  let sheet: Surface | null = null;
  let shown: Node | null = null;
  let checkpoints: Checkpoint[] = [];
  let ahead: { readonly sheet: Surface; readonly target: Node; readonly left: Node[] } | null =
    null;

  const inkOf = (node: Node): InkStep | null => {
    const step = node.top.event;
    return isInk(step) && touches(step, layer) ? step : null;
  };

  /** The newest step of this layer, from a state of the page downwards. */
  const headOf = (trail: PageTrail): Node | null => {
    let node = trail;
    while (node !== null && inkOf(node) === null) node = node.below;
    return node;
  };

  /** The last step of this layer in an earlier block. */
  const blockBefore = (node: Node): Node | null => {
    let at = headOf(node.below);
    while (at !== null && blockOf(at) === blockOf(node)) at = headOf(at.below);
    return at;
  };

  const copyOf = (source: Surface | null): Surface => {
    const copy = createSurface(size.width, size.height);
    if (source) layOver(copy, source, 1);
    toPagePx(copy);
    return copy;
  };

  const keep = (checkpoint: Checkpoint) => {
    checkpoints.push(checkpoint);
    checkpoints.sort((a, b) => a.node.depth - b.node.depth);
    if (checkpoints.length <= MAX_CHECKPOINTS) return;
    const index = leastNeeded(checkpoints.map(({ node }) => node.depth));
    freeSurface(checkpoints[index]!.sheet);
    checkpoints.splice(index, 1);
  };

  const known = (node: Node) => checkpoints.find((checkpoint) => checkpoint.node === node);

  /** Steps of this layer that lie above the nearest known state, newest first. */
  const missingFrom = (head: Node | null, also: Node | null) => {
    const missing: Node[] = [];
    let node = head;
    while (node !== null && node !== also && !known(node)) {
      missing.push(node);
      node = headOf(node.below);
    }
    return { missing, from: node };
  };

  const forgetStale = (trail: PageTrail) => {
    // A state that was undone is never reached again: redoing makes a new one.
    checkpoints = checkpoints.filter((checkpoint) => {
      const held = holds(trail, checkpoint.node);
      if (!held) freeSurface(checkpoint.sheet);
      return held;
    });
    if (ahead && !holds(trail, ahead.target)) dropAhead();
  };

  const dropAhead = () => {
    if (ahead) freeSurface(ahead.sheet);
    ahead = null;
  };

  const restore = (from: Surface | null) => {
    if (sheet === null) return;
    wipe(sheet);
    if (from) layOver(sheet, from, 1);
    toPagePx(sheet);
  };

  return {
    /** Null as long as the layer has had no ink. */
    sheet: () => sheet,
    /**
     * Brings the pixels to this state of the page, or towards it as long as fewer than `most` steps
     * were painted; adds those to `painted`. Whether it got there.
     */
    show(trail: PageTrail, painted: Set<Node>, most: number): boolean {
      const head = headOf(trail);
      if (head === shown) return true;
      const { missing, from } = missingFrom(head, shown);
      if (from === null || from !== shown) {
        restore(from && (known(from)?.sheet ?? null));
        shown = from;
        forgetStale(trail);
      }
      const newest = head === null ? 0 : blockOf(head);
      for (const node of missing.toReversed()) {
        if (painted.size >= most) return false;
        sheet ??= copyOf(null);
        const crossing = shown !== null && blockOf(shown) !== blockOf(node);
        const rung = newest - blockOf(node) + 1;
        if (crossing && RUNGS.includes(rung) && !known(shown!)) {
          keep({ node: shown!, sheet: copyOf(sheet) });
        }
        paintInk(sheet, inkOf(node)!, kit);
        painted.add(node);
        shown = node;
      }
      return true;
    },
    /**
     * Remembers states that undoing will soon come to, painting at most `most` steps; true when there
     * is nothing left to prepare.
     */
    prepare(trail: PageTrail, most: number): boolean {
      if (ahead === null) {
        const first = shown && blockBefore(shown);
        const second = first && blockBefore(first);
        // At a remembered state the next undo only needs the one before.
        const wanted = shown && known(shown) ? [first] : [first, second];
        const target = wanted.find((node) => node && !known(node));
        if (!target) return true;
        const { missing, from } = missingFrom(target, null);
        ahead = {
          target,
          left: missing,
          sheet: copyOf(from && (known(from)?.sheet ?? null)),
        };
      }
      const { sheet: surface, target, left } = ahead;
      for (let i = 0; i < most && left.length > 0; i += 1) {
        paintInk(surface, inkOf(left.pop()!)!, kit);
      }
      if (left.length > 0) return false;
      ahead = null;
      if (holds(trail, target)) keep({ node: target, sheet: surface });
      else freeSurface(surface);
      return false;
    },
    reset() {
      for (const checkpoint of checkpoints) freeSurface(checkpoint.sheet);
      checkpoints = [];
      dropAhead();
      if (sheet) freeSurface(sheet);
      sheet = null;
      shown = null;
    },
  };
}
