import type { Tool } from '../../event.ts';
import { crayon } from './crayon.ts';
import { inkBrush, roundBrush } from './freehand.ts';
import type { Brush } from './ink-surface.ts';
import { marker } from './marker.ts';
import { pencil } from './pencil.ts';
import { rainbow } from './rainbow.ts';
import { spray } from './spray.ts';
import { watercolour } from './watercolour.ts';
import { wave } from './wave.ts';

/** A new brush is a file with its painter and a line here. */
export const BRUSHES: Readonly<Record<Tool, Brush>> = {
  brush: roundBrush,
  pencil,
  marker,
  crayon,
  ink: inkBrush,
  watercolour,
  spray,
  rainbow,
  wave,
};
