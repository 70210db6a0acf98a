import * as Phaser from 'phaser';

// 300 turning boats on a field of 960 × 540: `?renderer=canvas` or `webgl`, for so many ms.

const FIELD = { width: 960, height: 540 } as const;
const SPRITES = 300;
const asked = new URLSearchParams(location.search);
const type = asked.get('renderer') === 'webgl' ? Phaser.WEBGL : Phaser.CANVAS;
const forMs = Number(asked.get('ms') ?? 4000);

declare global {
  interface Window {
    /** Frames a second by requestAnimationFrame, once measured. */
    fps?: number;
  }
}

function boat(): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = 64;
  canvas.height = 64;
  const pen = canvas.getContext('2d')!;
  pen.fillStyle = '#8a4b2a';
  pen.fillRect(8, 44, 48, 12);
  pen.fillStyle = '#c23c1d';
  pen.fillRect(30, 8, 20, 34);
  return canvas;
}

function measure(): void {
  let frames = 0;
  const began = performance.now();
  const count = () => {
    frames += 1;
    const passed = performance.now() - began;
    if (passed < forMs) requestAnimationFrame(count);
    else window.fps = (frames * 1000) / passed;
  };
  requestAnimationFrame(count);
}

const game = new Phaser.Game({
  type,
  parent: document.body,
  ...FIELD,
  banner: false,
  audio: { noAudio: true },
  scene: {
    create(this: Phaser.Scene) {
      this.textures.addCanvas('boat', boat());
      const boats = Array.from({ length: SPRITES }, (_, i) =>
        this.add.image((i * 37) % FIELD.width, (i * 53) % FIELD.height, 'boat'),
      );
      this.events.on('update', () => {
        for (const one of boats) {
          one.rotation += 0.03;
          one.x = (one.x + 1) % FIELD.width;
        }
      });
      setTimeout(measure, 500);
    },
  },
});
void game;
