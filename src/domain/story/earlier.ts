import { EVERY_LAYER, LINE_LAYER, type StoryChange } from './event.ts';

/**
 * An event, or a change, that a device has kept since before there were layers: its ink belongs to the
 * layer of lines, and its eraser takes from all.
 */
export function withLayer<Change extends StoryChange>(kept: Change): Change {
  if (kept.kind === 'stroke') {
    return { layer: LINE_LAYER, symmetry: 'none', seed: 0, ...kept } as Change;
  }
  if (kept.kind === 'erase') return { layer: EVERY_LAYER, symmetry: 'none', ...kept } as Change;
  return kept;
}
