import type { Key } from '@i18n/keys.ts';
import type { Band } from './tools/band.ts';

export type PaletteColour = {
  readonly name: Key;
  readonly colour: number;
  /** Among the few that the young choose from. */
  readonly few: boolean;
};

export type PaletteGroup = { readonly name: Key; readonly colours: readonly PaletteColour[] };

function few(name: Key, colour: number): PaletteColour {
  return { name, colour, few: true };
}

function more(name: Key, colour: number): PaletteColour {
  return { name, colour, few: false };
}

/** Colours for sea, sky, land and the people between. */
export const PALETTE_GROUPS: readonly PaletteGroup[] = [
  {
    name: 'tools.colours.sea',
    colours: [
      more('studio.colour.deepSea', 0x0b3a6b),
      few('studio.colour.sea', 0x1273b8),
      few('studio.colour.lagoon', 0x19a7a0),
      more('tools.colour.seaweed', 0x0d5e55),
      more('tools.colour.shallows', 0xa6e0dc),
      more('studio.colour.coral', 0xf0867a),
    ],
  },
  {
    name: 'tools.colours.sky',
    colours: [
      few('studio.colour.sky', 0x6cc5ee),
      more('tools.colour.noon', 0xcfeaf8),
      few('studio.colour.sunset', 0xf58220),
      few('tools.colour.dawnRose', 0xf7a8b8),
      few('studio.colour.dawn', 0xb07cc6),
      more('tools.colour.night', 0x2a2f6b),
      more('studio.colour.storm', 0x8797a3),
    ],
  },
  {
    name: 'tools.colours.land',
    colours: [
      few('studio.colour.leaf', 0x93c83d),
      few('studio.colour.palm', 0x2f8a4a),
      more('tools.colour.moss', 0x6d7a2c),
      more('studio.colour.sand', 0xf0d6a3),
      few('studio.colour.wood', 0x8a5530),
      more('tools.colour.rock', 0x6b6f76),
      more('tools.colour.tile', 0xb5482f),
    ],
  },
  {
    name: 'tools.colours.people',
    colours: [
      few('studio.colour.flagRed', 0xd92a1c),
      few('studio.colour.starYellow', 0xffd21f),
      few('tools.colour.skin', 0xf4c9a0),
      more('tools.colour.sunburnt', 0xc98a5b),
      more('tools.colour.hair', 0x3a2418),
      few('studio.colour.ink', 0x1b2a38),
      few('studio.colour.white', 0xffffff),
    ],
  },
];

export const PALETTE: readonly PaletteColour[] = PALETTE_GROUPS.flatMap(({ colours }) => colours);

/** The colour in hand when a story is opened. */
export const FIRST_COLOUR = 0x1273b8;

export const RECENT_COLOURS = 6;

export function paletteOf(band: Band): readonly PaletteColour[] {
  return band === 'small' ? PALETTE.filter((entry) => entry.few) : PALETTE;
}

export function cssColour(colour: number): string {
  return `#${colour.toString(16).padStart(6, '0')}`;
}

/** The most recent first, each once. */
export function withRecent(recent: readonly number[], colour: number): readonly number[] {
  return [colour, ...recent.filter((other) => other !== colour)].slice(0, RECENT_COLOURS);
}
