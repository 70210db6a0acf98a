import { createRef } from 'react';
import { createRoot } from 'react-dom/client';
import { ReactSketchCanvas } from 'react-sketch-canvas';
import { offer, place, until } from './frame.js';

const canvas = createRef();
createRoot(place()).render(
  <ReactSketchCanvas
    ref={canvas}
    width="1600px"
    height="1200px"
    strokeWidth={6}
    strokeColor="#000000"
  />,
);

const paths = () => canvas.current.exportPaths();
const isShown = (count) => async () =>
  document.querySelectorAll('.peer svg path').length >= count && (await paths()).length === count;

async function open(given) {
  canvas.current.resetCanvas();
  canvas.current.loadPaths(given);
  await until(isShown(given.length));
}

offer({
  ready: () => until(() => canvas.current !== null),
  load: (strokes) =>
    open(
      strokes.map((stroke) => ({
        drawMode: true,
        strokeColor: '#000000',
        strokeWidth: 6,
        paths: stroke.map(([x, y]) => ({ x, y })),
      })),
    ),
  async undo() {
    const { length } = await paths();
    canvas.current.undo();
    await until(async () => (await paths()).length < length);
  },
  save: paths,
  open,
  exportPng: async () => {
    const url = await canvas.current.exportImage('png', { width: 1600, height: 1200 });
    return (await fetch(url)).blob();
  },
  strokes: async () => (await paths()).map((path) => path.paths.map(({ x, y }) => [x, y])),
});
