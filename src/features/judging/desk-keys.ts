/** Where the focus is: in a field of points, in a field of words, or neither. */
export type Place = 'points' | 'words' | 'elsewhere';

export type DeskCommand =
  | { readonly kind: 'page'; readonly by: 1 | -1 }
  | { readonly kind: 'zoom'; readonly by: 1 | -1 }
  | { readonly kind: 'zoom-toggle' }
  | { readonly kind: 'full' }
  | { readonly kind: 'spread' }
  | { readonly kind: 'comment' }
  | { readonly kind: 'entry'; readonly by: 1 | -1 }
  | { readonly kind: 'type'; readonly digit: string };

const ANYWHERE: Readonly<Record<string, DeskCommand>> = {
  ArrowLeft: { kind: 'page', by: -1 },
  ArrowRight: { kind: 'page', by: 1 },
  f: { kind: 'full' },
  z: { kind: 'zoom-toggle' },
  s: { kind: 'spread' },
  c: { kind: 'comment' },
  j: { kind: 'entry', by: 1 },
  k: { kind: 'entry', by: -1 },
};
const OUTSIDE_FIELDS: Readonly<Record<string, DeskCommand>> = {
  '+': { kind: 'zoom', by: 1 },
  '=': { kind: 'zoom', by: 1 },
  '-': { kind: 'zoom', by: -1 },
};

/**
 * What a key asks of the judge's desk, or null. A field of points holds digits only, so letters
 * and the arrows to the side stay commands there; in a field of words every key is text.
 */
export function deskCommand(key: string, place: Place): DeskCommand | null {
  if (place === 'words') return null;
  const name = key.length === 1 ? key.toLowerCase() : key;
  const command = ANYWHERE[name];
  if (command !== undefined || place === 'points') return command ?? null;
  if (/^\d$/.test(name)) return { kind: 'type', digit: name };
  return OUTSIDE_FIELDS[name] ?? null;
}

export function placeOf(target: EventTarget | null): Place {
  if (!(target instanceof HTMLElement)) return 'elsewhere';
  if (target.matches('[data-points]')) return 'points';
  return target.closest('input, textarea, select') === null ? 'elsewhere' : 'words';
}
