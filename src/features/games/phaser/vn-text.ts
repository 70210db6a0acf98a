import type * as Phaser from 'phaser';

/**
 * Ascents and descents are measured on these: A, O, U with two marks above, y with one below.
 * Phaser's own sample has none, and cuts off what stands above a capital.
 */
const TEST_STRING = `${String.fromCodePoint(0x1eaa, 0x1ed8, 0x1eee, 0x1ef5)}qg${String.fromCodePoint(0xc5)}|`;
const FAMILY = '"Baloo 2", "Be Vietnam Pro", sans-serif';
const OUTLINE = '#0b3a5b';

/** Outlined display letters in the middle of where they stand. */
export function vnText(
  scene: Phaser.Scene,
  text: string,
  sizePx: number,
  colour: string,
  resolution: number,
): Phaser.GameObjects.Text {
  return scene.add
    .text(0, 0, text.normalize('NFC'), {
      fontFamily: FAMILY,
      fontStyle: '700',
      fontSize: `${sizePx}px`,
      color: colour,
      stroke: OUTLINE,
      strokeThickness: Math.max(3, sizePx / 6),
      align: 'center',
      testString: TEST_STRING,
      padding: { top: 3, bottom: 3, left: 2, right: 2 },
      resolution,
    })
    .setOrigin(0.5);
}

/** The letters of the games, before anything is drawn with them: subsets load by character. */
export const loadLetters = () => document.fonts.load('700 32px "Baloo 2"', TEST_STRING);
