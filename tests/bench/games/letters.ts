import '@fontsource/baloo-2/vietnamese-700.css';
import '@fontsource/baloo-2/latin-700.css';
import * as Phaser from 'phaser';
import { loadLetters, vnText } from '@features/games/phaser/vn-text.ts';

// Is anything of a letter cut off? Then its picture has ink on its first or last row.

const SAMPLE = 'ẪỘỮỵ';
const SIZES = [18, 24, 32, 48];

export type Inked = { readonly sizePx: number; readonly top: number; readonly bottom: number };

declare global {
  interface Window {
    letters?: { readonly ours: readonly Inked[]; readonly plain: readonly Inked[] };
  }
}

function inked(text: Phaser.GameObjects.Text, sizePx: number): Inked {
  const { canvas } = text;
  const row = (y: number) => {
    const { data } = canvas.getContext('2d')!.getImageData(0, y, canvas.width, 1);
    return data.filter((value, i) => i % 4 === 3 && value > 24).length;
  };
  return { sizePx, top: row(0), bottom: row(canvas.height - 1) };
}

await loadLetters();
const game = new Phaser.Game({
  type: Phaser.CANVAS,
  parent: document.body,
  width: 400,
  height: 300,
  banner: false,
  audio: { noAudio: true },
  scene: {
    create(this: Phaser.Scene) {
      const ours = SIZES.map((size) => inked(vnText(this, SAMPLE, size, '#132532', 1), size));
      const plain = SIZES.map((size) => {
        const style = { fontFamily: '"Baloo 2"', fontStyle: '700', fontSize: `${size}px` };
        return inked(this.add.text(0, 0, SAMPLE, style), size);
      });
      window.letters = { ours, plain };
    },
  },
});
void game;
