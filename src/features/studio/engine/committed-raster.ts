import { PAGE_HEIGHT_PX, PAGE_WIDTH_PX } from '@domain/story/limits.ts';
import { paintMark } from '@domain/story/paint.ts';
import type { PageState, PageTrail } from '@domain/story/story.ts';
import type { TrailNode } from '@domain/story/trail.ts';

const CHECKPOINT_EVERY = 64;
/** Each costs as much memory as the page on the screen: 2 to 8 MB. */
const MAX_CHECKPOINTS = 4;

type Checkpoint = { readonly node: TrailNode<PageState>; readonly canvas: HTMLCanvasElement };

/** A canvas of a size in device pixels, and its context. */
export function createRaster(width: number, height: number) {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no 2D context');
  return { canvas, context };
}

/** Lets Safari free the pixels now instead of some time. */
export function freeRaster(canvas: HTMLCanvasElement): void {
  canvas.width = 0;
  canvas.height = 0;
}

/**
 * Keeps checkpoints dense at the end and sparse towards the beginning, so that undoing far back
 * replays little as well. The place of the one missed least; never of the two newest.
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

function holds(trail: PageTrail, node: TrailNode<PageState>): boolean {
  let at = trail;
  while (at !== null && at.depth > node.depth) at = at.below;
  return at === node;
}

/**
 * The ink of one page as pixels, brought to any state of the page by painting what is new on the
 * nearest state it remembers. States are trails, whose shared tails tell how near they are.
 */
export function createCommittedRaster(width: number, height: number) {
  const { canvas, context } = createRaster(width, height);
  let shown: PageTrail = null;
  let checkpoints: Checkpoint[] = [];

  const toPageScale = () =>
    context.setTransform(width / PAGE_WIDTH_PX, 0, 0, height / PAGE_HEIGHT_PX, 0, 0);

  const restore = (from: HTMLCanvasElement | null) => {
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, width, height);
    if (from) context.drawImage(from, 0, 0);
    toPageScale();
  };

  const drop = (checkpoint: Checkpoint) => freeRaster(checkpoint.canvas);

  const remember = (node: TrailNode<PageState>) => {
    if (checkpoints.some((checkpoint) => checkpoint.node === node)) return;
    const copy = createRaster(width, height);
    copy.context.drawImage(canvas, 0, 0);
    checkpoints.push({ node, canvas: copy.canvas });
    checkpoints.sort((a, b) => a.node.depth - b.node.depth);
    if (checkpoints.length <= MAX_CHECKPOINTS) return;
    const index = leastNeeded(checkpoints.map((checkpoint) => checkpoint.node.depth));
    drop(checkpoints[index]!);
    checkpoints.splice(index, 1);
  };

  toPageScale();

  return {
    canvas,
    /** Brings the pixels to this state; answers how many marks had to be painted. */
    show(trail: PageTrail): number {
      if (trail === shown) return 0;
      const missing: TrailNode<PageState>[] = [];
      let node = trail;
      let from: Checkpoint | undefined;
      for (; node !== null && node !== shown; node = node.below) {
        from = checkpoints.find((checkpoint) => checkpoint.node === node);
        if (from) break;
        missing.push(node);
      }
      if (node === null || node !== shown) restore(from?.canvas ?? null);
      // A state that was undone is never reached again: redoing makes a new one.
      const stale = checkpoints.filter((checkpoint) => !holds(trail, checkpoint.node));
      for (const checkpoint of stale) drop(checkpoint);
      checkpoints = checkpoints.filter((checkpoint) => !stale.includes(checkpoint));
      for (const next of missing.toReversed()) {
        const step = next.top.event;
        if (step.kind === 'stroke' || step.kind === 'erase') paintMark(context, step);
        const atCheckpoint = next.depth % CHECKPOINT_EVERY === 0;
        if (atCheckpoint && missing[0]!.depth - next.depth < CHECKPOINT_EVERY * MAX_CHECKPOINTS)
          remember(next);
      }
      shown = trail;
      return missing.length;
    },
    /** Forgets everything painted: another page, or the browser lost the pixels. */
    reset() {
      for (const checkpoint of checkpoints) drop(checkpoint);
      checkpoints = [];
      shown = null;
      restore(null);
    },
    free() {
      this.reset();
      freeRaster(canvas);
    },
  };
}

export type CommittedRaster = ReturnType<typeof createCommittedRaster>;
