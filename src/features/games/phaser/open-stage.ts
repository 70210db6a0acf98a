import * as Phaser from 'phaser';
import { chooseRenderer, gpuName, pixelRatio } from './renderer-choice.ts';
import type { Drawing, Painter, Stage } from './stage.ts';
import { vnText } from './vn-text.ts';

export type StageOptions = {
  readonly host: HTMLElement;
  readonly painter: Painter;
  readonly calm: boolean;
  readonly light: boolean;
  /** Everything is loaded and the first picture stands. */
  readonly onReady: () => void;
  /** The first frames took so long that light mode is worth offering. */
  readonly onSlow: () => void;
};

const SKIPPED_FRAMES = 6;
const MEASURED_FRAMES = 30;
const SLOW_MS = 42;

/** Calls `onSlow` when half of the first frames were slower than 24 a second. */
function measureFrames(onSlow: () => void): (deltaMs: number) => void {
  const frames: number[] = [];
  let skipped = 0;
  return (deltaMs) => {
    if (skipped < SKIPPED_FRAMES) skipped += 1;
    else if (frames.length < MEASURED_FRAMES) {
      frames.push(deltaMs);
      if (frames.length < MEASURED_FRAMES) return;
      const [median = 0] = frames.toSorted((a, b) => a - b).slice(MEASURED_FRAMES / 2);
      if (median > SLOW_MS) onSlow();
    }
  };
}

/** A canvas in `host`, as large as it and following it, until `close`. */
export function openStage({ host, painter, calm, light, onReady, onSlow }: StageOptions) {
  const ratio = pixelRatio(light);
  const inPage = () => ({
    width: Math.max(1, Math.round(host.clientWidth)),
    height: Math.max(1, Math.round(host.clientHeight)),
  });
  let size = inPage();
  let drawing: Drawing | null = null;
  let last = 0;
  const measure = measureFrames(onSlow);
  const kind = chooseRenderer(gpuName(), light);

  const game = new Phaser.Game({
    type: kind === 'webgl' ? Phaser.WEBGL : Phaser.CANVAS,
    parent: host,
    width: size.width * ratio,
    height: size.height * ratio,
    scale: { mode: Phaser.Scale.NONE, zoom: 1 / ratio },
    backgroundColor: '#8ec9ee',
    transparent: painter.transparent ?? false,
    banner: false,
    // Batches of several textures left holes in turned sprites under SwiftShader’s WebGL.
    render: { maxTextures: 1 },
    audio: { noAudio: true },
    // The page listens: keys count only within the game, and fingers may scroll elsewhere.
    input: { keyboard: false, mouse: false, touch: false, gamepad: false, windowEvents: false },
    autoFocus: false,
    disableContextMenu: false,
    scene: {
      preload(this: Phaser.Scene) {
        for (const { key, url, width, height } of painter.art) {
          this.load.svg(key, url, { width: width * ratio, height: height * ratio });
        }
      },
      create(this: Phaser.Scene) {
        this.cameras.main.setOrigin(0, 0).setZoom(ratio);
        drawing = painter.begin(stageOf(this));
        drawing.resize();
        onReady();
      },
      update(this: Phaser.Scene) {
        const now = performance.now();
        const delta = last === 0 ? 0 : now - last;
        last = now;
        measure(delta);
        drawing?.frame(delta, now);
      },
    },
  });

  function stageOf(scene: Phaser.Scene): Stage {
    return {
      scene,
      size: () => size,
      calm,
      light,
      picture: (key, width) => {
        const image = scene.add.image(0, 0, key);
        return image.setScale(width / image.width);
      },
      words: (text, sizePx, colour) => vnText(scene, text, sizePx, colour, ratio),
    };
  }

  const observer = new ResizeObserver(() => {
    const now = inPage();
    if (now.width === size.width && now.height === size.height) return;
    size = now;
    if (!game.isBooted) return;
    game.scale.resize(size.width * ratio, size.height * ratio);
    drawing?.resize();
  });
  observer.observe(host);

  return {
    close: () => {
      observer.disconnect();
      drawing?.end?.();
      drawing = null;
      // Without its second argument: that would take Phaser's plugins from every later game.
      game.destroy(true);
      // Phaser sets these and leaves them: they would hold the game for as long as the page lives.
      window.onblur = null;
      window.onfocus = null;
    },
  };
}
