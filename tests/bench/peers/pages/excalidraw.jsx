import {
  CaptureUpdateAction,
  Excalidraw,
  exportToBlob,
  restore,
  serializeAsJSON,
} from '@excalidraw/excalidraw';
import '@excalidraw/excalidraw/index.css';
import { createRoot } from 'react-dom/client';
import { offer, place, until } from './frame.js';

let api = null;
createRoot(place()).render(<Excalidraw excalidrawAPI={(given) => (api = given)} />);

const drawn = () => api.getSceneElements();
const isShown = () => api.getSceneElementsIncludingDeleted().length > 0;

function freedraw(stroke, index) {
  const [x, y] = stroke[0];
  return {
    id: `stroke-${index}`,
    type: 'freedraw',
    x,
    y,
    strokeColor: '#000000',
    backgroundColor: 'transparent',
    strokeWidth: 1,
    points: stroke.map(([px, py]) => [px - x, py - y]),
    pressures: stroke.map(([, , pressure]) => pressure),
    simulatePressure: false,
  };
}

async function open(saved) {
  const { elements } = restore(saved, null, null);
  api.updateScene({ elements, captureUpdate: CaptureUpdateAction.NEVER });
  await until(isShown);
}

const take = () => api.setActiveTool({ type: 'freedraw', locked: true });

offer({
  async ready() {
    await until(() => api !== null);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    take();
  },
  async load(strokes) {
    await open({ elements: strokes.map(freedraw), appState: {} });
    take();
  },
  async undo() {
    const { length } = drawn();
    document.querySelector('button[aria-label="Undo"]').click();
    await until(() => drawn().length < length);
  },
  save: () => JSON.parse(serializeAsJSON(drawn(), api.getAppState(), {}, 'local')),
  open,
  exportPng: () =>
    exportToBlob({
      elements: drawn(),
      appState: { ...api.getAppState(), exportBackground: true },
      files: {},
      mimeType: 'image/png',
      maxWidthOrHeight: 1600,
    }),
  strokes: () => drawn().map(({ points }) => points),
});
