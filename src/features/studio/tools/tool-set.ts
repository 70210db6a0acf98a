import {
  ArrowUpRight,
  Brush,
  Circle,
  createLucideIcon,
  Droplets,
  Eraser,
  Feather,
  Hand,
  Heart,
  Highlighter,
  Lasso,
  type LucideIcon,
  PaintBucket,
  Pencil,
  Pipette,
  Rainbow,
  Slash,
  SprayCan,
  Square,
  Star,
  Triangle,
  Waves,
} from 'lucide-react';
import {
  COLOUR_LAYER,
  type LayerId,
  LINE_LAYER,
  type Shape,
  type Tool,
} from '@domain/story/event.ts';
import type { Key } from '@i18n/keys.ts';
import { type Band, hasIn } from './band.ts';
import type { ToolId } from './tool-ids.ts';
import { TOOL_IDS } from './tool-ids.ts';

export type ToolGroup =
  | 'draw'
  | 'paint'
  | 'magic'
  | 'figures'
  | 'colour'
  | 'change'
  | 'look'
  | 'put';

/** What a child can set for a tool. */
export type Setting = 'size' | 'colour' | 'opacity' | 'symmetry' | 'steady' | 'filled' | 'pour';

export type ToolKind = {
  readonly name: Key;
  /** One short sentence: what it is good for. Shown to the young, and spoken where the device can. */
  readonly hint: Key;
  readonly icon: LucideIcon;
  readonly group: ToolGroup;
  /** The youngest table that it lies on. */
  readonly band: Band;
  /** The key that takes it while the page has the focus. */
  readonly shortcut: string;
  readonly asks: readonly Setting[];
  /** Widths in px of the 1600 px wide page, small to large. */
  readonly sizes: readonly [number, number, number, number, number];
  /** The layer it draws on where the child does not choose. */
  readonly layer: LayerId;
};

const Crayon = createLucideIcon('crayon', [
  ['path', { d: 'm14 3 7 7L10 21H3v-7Z', key: 'stick' }],
  ['path', { d: 'm11 6 7 7', key: 'upper band' }],
  ['path', { d: 'm6.5 10.5 7 7', key: 'lower band' }],
]);

const BRUSH_ASKS = ['size', 'colour', 'opacity', 'symmetry', 'steady'] as const;
const FIGURE_ASKS = ['size', 'colour', 'opacity', 'symmetry', 'filled'] as const;
const LINE_WIDTHS = [4, 8, 14, 24, 40] as const;

type Own = Pick<ToolKind, 'icon' | 'group' | 'band' | 'shortcut'> & Partial<ToolKind>;

function brush(tool: Tool, own: Own & Pick<ToolKind, 'sizes'>): ToolKind {
  return {
    name: `tools.${tool}`,
    hint: `tools.${tool}.hint`,
    asks: BRUSH_ASKS,
    layer: LINE_LAYER,
    ...own,
  };
}

function figure(shape: Shape, own: Omit<Own, 'group'>): ToolKind {
  return {
    name: `tools.${shape}`,
    hint: 'tools.figure.hint',
    group: 'figures',
    asks: FIGURE_ASKS,
    layer: LINE_LAYER,
    sizes: LINE_WIDTHS,
    ...own,
  };
}

function other(id: 'eraser' | 'bucket' | 'lasso' | 'picker' | 'hand', own: Own): ToolKind {
  return {
    name: `tools.${id}`,
    hint: `tools.${id}.hint`,
    asks: [],
    layer: LINE_LAYER,
    sizes: LINE_WIDTHS,
    ...own,
  };
}

/**
 * A new tool is a name in tool-ids.ts, a file that says what it does in the hand (ToolInHand, or a
 * session for what draws from pen down to pen up), and a line here and in tool-takes.ts.
 */
export const TOOL_SET: Readonly<Record<ToolId, ToolKind>> = {
  brush: brush('brush', {
    icon: Brush,
    group: 'draw',
    band: 'small',
    shortcut: '1',
    sizes: [10, 20, 36, 60, 110],
  }),
  pencil: brush('pencil', {
    icon: Pencil,
    group: 'draw',
    band: 'medium',
    shortcut: '2',
    sizes: [3, 5, 8, 12, 18],
  }),
  marker: brush('marker', {
    icon: Highlighter,
    group: 'draw',
    band: 'medium',
    shortcut: '3',
    layer: COLOUR_LAYER,
    sizes: [14, 26, 44, 72, 120],
  }),
  eraser: other('eraser', {
    icon: Eraser,
    group: 'change',
    band: 'small',
    shortcut: '4',
    asks: ['size', 'symmetry', 'steady'],
    sizes: [14, 28, 56, 100, 180],
  }),
  crayon: brush('crayon', {
    icon: Crayon,
    group: 'draw',
    band: 'small',
    shortcut: '5',
    layer: COLOUR_LAYER,
    sizes: [10, 20, 34, 54, 90],
  }),
  ink: brush('ink', {
    icon: Feather,
    group: 'draw',
    band: 'large',
    shortcut: '6',
    sizes: [8, 16, 28, 48, 84],
  }),
  watercolour: brush('watercolour', {
    icon: Droplets,
    group: 'paint',
    band: 'medium',
    shortcut: '7',
    layer: COLOUR_LAYER,
    sizes: [30, 56, 90, 140, 220],
  }),
  spray: brush('spray', {
    icon: SprayCan,
    group: 'paint',
    band: 'medium',
    shortcut: '8',
    layer: COLOUR_LAYER,
    sizes: [40, 70, 110, 170, 260],
  }),
  bucket: other('bucket', {
    icon: PaintBucket,
    group: 'paint',
    band: 'small',
    shortcut: '9',
    asks: ['colour', 'opacity', 'pour'],
    layer: COLOUR_LAYER,
  }),
  rainbow: brush('rainbow', {
    icon: Rainbow,
    group: 'magic',
    band: 'small',
    shortcut: 'r',
    asks: ['size', 'opacity', 'symmetry', 'steady'],
    sizes: [24, 44, 80, 130, 200],
  }),
  wave: brush('wave', {
    icon: Waves,
    group: 'magic',
    band: 'small',
    shortcut: 'w',
    sizes: [30, 52, 84, 130, 190],
  }),
  line: figure('line', { icon: Slash, band: 'medium', shortcut: 'k' }),
  rectangle: figure('rectangle', { icon: Square, band: 'medium', shortcut: 'u' }),
  ellipse: figure('ellipse', { icon: Circle, band: 'medium', shortcut: 'o' }),
  triangle: figure('triangle', { icon: Triangle, band: 'medium', shortcut: 't' }),
  star: figure('star', { icon: Star, band: 'medium', shortcut: 's' }),
  heart: figure('heart', { icon: Heart, band: 'medium', shortcut: 'y' }),
  arrow: figure('arrow', { icon: ArrowUpRight, band: 'large', shortcut: 'a' }),
  lasso: other('lasso', {
    icon: Lasso,
    group: 'change',
    band: 'medium',
    shortcut: 'l',
  }),
  picker: other('picker', {
    icon: Pipette,
    group: 'change',
    band: 'medium',
    shortcut: 'i',
  }),
  hand: other('hand', {
    icon: Hand,
    group: 'look',
    band: 'medium',
    shortcut: 'h',
  }),
};

/** In the order in which they lie on the table; figures lie together in a box of their own. */
const LAID: readonly ToolId[] = [
  'crayon',
  'brush',
  'pencil',
  'marker',
  'ink',
  'watercolour',
  'spray',
  'bucket',
  'rainbow',
  'wave',
  'line',
  'rectangle',
  'ellipse',
  'triangle',
  'star',
  'heart',
  'arrow',
  'eraser',
  'lasso',
  'picker',
  'hand',
];

export function toolsOf(band: Band): readonly ToolId[] {
  return LAID.filter((id) => hasIn(band, TOOL_SET[id].band));
}

export function toolsInGroup(band: Band, group: ToolGroup): readonly ToolId[] {
  return toolsOf(band).filter((id) => TOOL_SET[id].group === group);
}

export function toolOfKey(key: string): ToolId | undefined {
  return TOOL_IDS.find((id) => TOOL_SET[id].shortcut === key);
}

export const SIZE_STEPS = [0, 1, 2, 3, 4] as const;
export type SizeStep = (typeof SIZE_STEPS)[number];

export const SIZE_NAMES: readonly Key[] = [
  'studio.size.finest',
  'studio.size.fine',
  'studio.size.middle',
  'studio.size.broad',
  'studio.size.broadest',
];

/** Widths that a table offers: the young choose among three. */
export function sizeStepsOf(band: Band): readonly SizeStep[] {
  return band === 'small' ? [1, 2, 4] : SIZE_STEPS;
}
