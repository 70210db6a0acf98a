import { LINE_LAYER, type Tool } from '@domain/story/event.ts';
import { recordPath } from './path-recorder.ts';
import type { SessionMaker } from './tool.ts';

const OPAQUE = 255;

/** Brush, pencil and marker: ink along a path. */
export function strokeTool(tool: Tool): SessionMaker {
  return ({ pageId, colour, size }, first) => {
    const { path, add } = recordPath(first);
    const { x, y, pressure, t } = path;
    const mark = {
      kind: 'stroke',
      tool,
      colour,
      size,
      opacity: OPAQUE,
      layer: LINE_LAYER,
      symmetry: 'none',
      seed: 0,
      x,
      y,
      pressure,
    } as const;
    return {
      add,
      live: () => mark,
      finish: () => ({
        ...mark,
        pageId,
        x: [...x],
        y: [...y],
        pressure: [...pressure],
        t: [...t],
      }),
    };
  };
}
