import { recordPath } from './path-recorder.ts';
import type { SessionMaker } from './session.ts';

/** Takes ink away along a path; the paper stays. */
export const eraserTool: SessionMaker = ({ size, layer, symmetry }, first) => {
  const { path, add } = recordPath(first);
  const { x, y, pressure, t } = path;
  const mark = { kind: 'erase', size, layer, symmetry, x, y, pressure } as const;
  return {
    add,
    live: () => mark,
    finish: () => ({ ...mark, x: [...x], y: [...y], pressure: [...pressure], t: [...t] }),
  };
};
