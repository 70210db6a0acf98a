import { PAGE_HEIGHT_PX, PAGE_WIDTH_PX } from '@domain/story/limits.ts';
import type { Place } from '@domain/story/paint/objects/box.ts';
import type { ObjectDesk, ObjectPanel } from './object-desk.ts';

/** By the first letters of their Vietnamese names, and V as everywhere. */
const PANEL_OF: Readonly<Record<string, ObjectPanel>> = {
  d: 'stamps',
  t: 'text',
  n: 'backgrounds',
  v: 'select',
};

/**
 * One-key commands of the focused page; false for other keys.
 * @param place of the keyboard's pen, shares of the page: what is set down next begins there
 */
export function runObjectShortcut(desk: ObjectDesk, key: string, place: Place): boolean {
  const panel = PANEL_OF[key];
  if (panel === undefined) return false;
  desk.openPanel(panel);
  const { mode } = desk.store.getState();
  const at = { x: place.x * PAGE_WIDTH_PX, y: place.y * PAGE_HEIGHT_PX };
  desk.aimAt(at, mode === 'stamp' || mode === 'text');
  return true;
}
