import type * as Phaser from 'phaser';
import type { Stage } from './stage.ts';

const BANDS = [0x9fd6ee, 0x7cc4e8, 0x5cb3df, 0x48a3d3];
const MURK = 0x5d5230;
const STRIP_PX = 480;
const STRIPS = [
  { at: 0.2, speed: 8, alpha: 0.5 },
  { at: 0.48, speed: 14, alpha: 0.6 },
  { at: 0.78, speed: 22, alpha: 0.7 },
];

/** Open water with waves, murkier the dirtier it is, and islands on the horizon. */
export function drawWater({ scene, size, calm, light, picture }: Stage) {
  const bands = scene.add.graphics().setDepth(0);
  const murk = scene.add.graphics().setDepth(2).setAlpha(0);
  const islets = picture('islets', STRIP_PX).setDepth(1).setAlpha(0.85);
  let strips: { images: Phaser.GameObjects.Image[]; speed: number; y: number }[] = [];
  let gone = 0;

  function resize(): void {
    const { width, height } = size();
    bands.clear();
    for (const [i, colour] of BANDS.entries()) {
      const top = (height * i) / BANDS.length;
      bands.fillStyle(colour, 1).fillRect(0, top, width, height - top);
    }
    murk.clear().fillStyle(MURK, 1).fillRect(0, 0, width, height);
    const isletsWidth = Math.min(420, width * 0.8);
    islets.setScale(isletsWidth / islets.width);
    islets.setPosition(width - isletsWidth * 0.55, islets.displayHeight / 2 - 4);
    for (const { images } of strips) for (const image of images) image.destroy();
    const shown = light ? STRIPS.slice(1, 2) : STRIPS;
    strips = shown.map(({ at, speed, alpha }) => {
      const count = Math.ceil(width / STRIP_PX) + 1;
      const images = Array.from({ length: count }, () =>
        picture('waves', STRIP_PX).setOrigin(0, 0.5).setDepth(1).setAlpha(alpha),
      );
      return { images, speed, y: height * at };
    });
    drift();
  }

  function drift(): void {
    for (const { images, speed, y } of strips) {
      const off = ((gone * speed) / 1000) % STRIP_PX;
      for (const [i, image] of images.entries()) image.setPosition(i * STRIP_PX - off, y);
    }
  }

  return {
    resize,
    /** `clean` from 0 to 1. */
    frame: (deltaMs: number, clean: number) => {
      murk.setAlpha(Math.max(0, 0.55 - clean) * 0.8);
      if (calm || light) return;
      gone += deltaMs;
      drift();
    },
  };
}
