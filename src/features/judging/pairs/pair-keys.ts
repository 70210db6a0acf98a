export type PairKey = 'left' | 'right' | 'save';

/**
 * What a key says on the page of a pair: arrows choose a side, Enter saves. Inside a story arrows
 * turn its pages, on a button Enter presses it, and in a field keys write.
 */
export function pairKey(key: string, target: EventTarget | null): PairKey | null {
  const within = (selector: string) =>
    target !== null && target instanceof Element && target.closest(selector) !== null;
  if (within('.story-reader') || within('input, textarea, select')) return null;
  if (key === 'ArrowLeft') return 'left';
  if (key === 'ArrowRight') return 'right';
  return key === 'Enter' && !within('button, a') ? 'save' : null;
}
