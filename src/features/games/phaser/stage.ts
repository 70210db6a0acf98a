import type * as Phaser from 'phaser';

/** A drawing to load: largest size on the page, in px. */
export type Art = {
  readonly key: string;
  readonly url: string;
  readonly width: number;
  readonly height: number;
};

export type Stage = {
  readonly scene: Phaser.Scene;
  /** Size of the canvas in px of the page; everything is drawn in these. */
  readonly size: () => { readonly width: number; readonly height: number };
  /** Reduced motion was asked for. */
  readonly calm: boolean;
  /** Draw less: the machine is slow, or light mode is on. */
  readonly light: boolean;
  /** An image so many px wide, its middle at 0, 0. */
  readonly picture: (key: string, width: number) => Phaser.GameObjects.Image;
  /** Words whose marks are never cut off, their middle at 0, 0. */
  readonly words: (text: string, sizePx: number, colour: string) => Phaser.GameObjects.Text;
};

export type Drawing = {
  readonly resize: () => void;
  readonly frame: (deltaMs: number, nowMs: number) => void;
  readonly end?: () => void;
};

/** What a game draws: its pictures, and how. It reads a state and offers moves; no rule is here. */
export type Painter = {
  /** Lets what is under the canvas be seen. */
  readonly transparent?: boolean;
  readonly art: readonly Art[];
  readonly begin: (stage: Stage) => Drawing;
};
