import { Canvas, Path, PencilBrush, Point, util } from 'fabric';
import { offer, PAGE, place } from './frame.js';

const element = document.createElement('canvas');
place().append(element);
const canvas = new Canvas(element, {
  width: PAGE.width,
  height: PAGE.height,
  isDrawingMode: true,
  enableRetinaScaling: false,
});
const brush = new PencilBrush(canvas);
brush.width = 6;
brush.color = '#000000';
canvas.freeDrawingBrush = brush;

const LOOK = {
  fill: null,
  stroke: '#000000',
  strokeWidth: 6,
  strokeLineCap: 'round',
  strokeLineJoin: 'round',
};

offer({
  load(strokes) {
    canvas.clear();
    canvas.renderOnAddRemove = false;
    for (const stroke of strokes) {
      const points = stroke.map(([x, y]) => new Point(x, y));
      canvas.add(new Path(util.getSmoothPathFromPoints(points), LOOK));
    }
    canvas.renderOnAddRemove = true;
    canvas.renderAll();
  },
  // It has no undo; taking the newest path away is what its users are told to do.
  undo() {
    canvas.remove(canvas.getObjects().at(-1));
    canvas.renderAll();
  },
  save: () => canvas.toJSON(),
  async open(saved) {
    await canvas.loadFromJSON(saved);
    canvas.renderAll();
  },
  exportPng: () => canvas.toBlob({ format: 'png', multiplier: 1 }),
  // A smooth path has a curve for each sample but the first and the last.
  strokes: () => canvas.getObjects().map(({ path }) => path.map((command) => command.slice(-2))),
});
