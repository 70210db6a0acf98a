import { createRoot } from 'react-dom/client';
import { b64Vecs, createShapeId, getSnapshot, loadSnapshot, Tldraw } from 'tldraw';
import 'tldraw/tldraw.css';
import { offer, place, until } from './frame.js';

let editor = null;
createRoot(place()).render(
  // More strokes than it allows by itself.
  <Tldraw options={{ maxShapesPerPage: 20_000 }} onMount={(given) => void (editor = given)} />,
);

const shapes = () => editor.getCurrentPageShapesSorted();
/** It shows shapes when React comes to it. */
const untilShown = (count) =>
  until(() => document.querySelectorAll('.tl-shapes .tl-shape').length === count);

function draw(stroke, index) {
  const [x, y] = stroke[0];
  const points = stroke.map(([px, py]) => ({ x: px - x, y: py - y, z: 0.5 }));
  return {
    id: createShapeId(`stroke-${index}`),
    type: 'draw',
    x,
    y,
    props: {
      segments: [{ type: 'free', path: b64Vecs.encodePoints(points, 2), dim: 2 }],
      isComplete: true,
    },
  };
}

offer({
  async ready() {
    await until(() => editor !== null);
    editor.setCamera({ x: 0, y: 0, z: 1 });
    editor.setCurrentTool('draw');
  },
  async load(strokes) {
    editor.createShapes(strokes.map(draw));
    editor.clearHistory();
    editor.setCurrentTool('draw');
    await untilShown(strokes.length);
  },
  async undo() {
    const { length } = shapes();
    editor.undo();
    await untilShown(length - 1);
  },
  save: () => getSnapshot(editor.store).document,
  async open(document) {
    loadSnapshot(editor.store, { document });
    await untilShown(shapes().length);
  },
  exportPng: async () => {
    const { blob } = await editor.toImage(shapes(), { format: 'png', pixelRatio: 1 });
    return blob;
  },
  strokes: () =>
    shapes().map(({ props }) =>
      props.segments.flatMap(({ path, dim }) =>
        b64Vecs.decodePoints(path, dim ?? 3).map(({ x, y }) => [x, y]),
      ),
    ),
});
