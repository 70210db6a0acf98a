import type { Tool } from '@domain/story/event.ts';
import { recordPath } from './path-recorder.ts';
import type { SessionMaker } from './session.ts';

/** Ink along a path, with one of the brushes. */
export function strokeTool(tool: Tool): SessionMaker {
  return ({ colour, size, opacity, layer, symmetry, seed }, first) => {
    const { path, add } = recordPath(first);
    const { x, y, pressure, t } = path;
    const look = { tool, colour, size, opacity, layer, symmetry, seed };
    const mark = { kind: 'stroke', ...look, x, y, pressure } as const;
    return {
      add,
      live: () => mark,
      finish: () => ({ ...mark, x: [...x], y: [...y], pressure: [...pressure], t: [...t] }),
    };
  };
}
