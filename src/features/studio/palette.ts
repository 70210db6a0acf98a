import type { Key } from '@i18n/keys.ts';

export type PaletteColour = { readonly name: Key; readonly colour: number };

/** Sixteen colours for sea, sky and the people between, in two rows of eight. */
export const PALETTE: readonly PaletteColour[] = [
  { name: 'studio.colour.ink', colour: 0x1b2a38 },
  { name: 'studio.colour.deepSea', colour: 0x0b3a6b },
  { name: 'studio.colour.sea', colour: 0x1273b8 },
  { name: 'studio.colour.sky', colour: 0x6cc5ee },
  { name: 'studio.colour.lagoon', colour: 0x19a7a0 },
  { name: 'studio.colour.palm', colour: 0x2f8a4a },
  { name: 'studio.colour.leaf', colour: 0x93c83d },
  { name: 'studio.colour.white', colour: 0xffffff },
  { name: 'studio.colour.flagRed', colour: 0xd92a1c },
  { name: 'studio.colour.starYellow', colour: 0xffd21f },
  { name: 'studio.colour.sunset', colour: 0xf58220 },
  { name: 'studio.colour.coral', colour: 0xf0867a },
  { name: 'studio.colour.dawn', colour: 0xb07cc6 },
  { name: 'studio.colour.sand', colour: 0xf0d6a3 },
  { name: 'studio.colour.wood', colour: 0x8a5530 },
  { name: 'studio.colour.storm', colour: 0x8797a3 },
];

export const RECENT_COLOURS = 4;

export function cssColour(colour: number): string {
  return `#${colour.toString(16).padStart(6, '0')}`;
}

/** The most recent first, each once. */
export function withRecent(recent: readonly number[], colour: number): readonly number[] {
  return [colour, ...recent.filter((other) => other !== colour)].slice(0, RECENT_COLOURS);
}
