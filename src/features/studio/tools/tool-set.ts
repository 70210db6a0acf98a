import type { Key } from '@i18n/keys.ts';
import { eraserTool } from './eraser-tool.ts';
import { strokeTool } from './stroke-tool.ts';
import type { DrawingTool, SessionMaker } from './tool.ts';

export type ToolKind = {
  readonly name: Key;
  /** The key that picks it while the page has the focus. */
  readonly shortcut: string;
  /** Widths in px of the 1600 px wide page, small to large. */
  readonly sizes: readonly [number, number, number, number, number];
  readonly begin: SessionMaker;
};

/** A new tool is a file with its session and a line here. */
export const TOOL_SET: Readonly<Record<DrawingTool, ToolKind>> = {
  brush: {
    name: 'studio.tool.brush',
    shortcut: '1',
    sizes: [10, 20, 36, 60, 110],
    begin: strokeTool('brush'),
  },
  pencil: {
    name: 'studio.tool.pencil',
    shortcut: '2',
    sizes: [3, 5, 8, 12, 18],
    begin: strokeTool('pencil'),
  },
  marker: {
    name: 'studio.tool.marker',
    shortcut: '3',
    sizes: [14, 26, 44, 72, 120],
    begin: strokeTool('marker'),
  },
  eraser: {
    name: 'studio.tool.eraser',
    shortcut: '4',
    sizes: [14, 28, 56, 100, 180],
    begin: eraserTool,
  },
};

export const TOOL_NAMES = Object.keys(TOOL_SET) as readonly DrawingTool[];

export const SIZE_STEPS = [0, 1, 2, 3, 4] as const;
export type SizeStep = (typeof SIZE_STEPS)[number];

export const SIZE_NAMES: readonly Key[] = [
  'studio.size.finest',
  'studio.size.fine',
  'studio.size.middle',
  'studio.size.broad',
  'studio.size.broadest',
];
