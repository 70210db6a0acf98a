import type { StrokeMark } from '../../event.ts';

/** Something of pixels that a surface can be asked to draw: a canvas, of whichever engine. */
export interface Sheet {
  width: number;
  height: number;
}

/**
 * What painting ink needs of a 2D canvas context, in page px; the browser's, a worker's and the
 * server's all have it. Gradients, shadows and filters are left out: engines differ in them.
 */
export interface InkSurface {
  readonly canvas: Sheet;
  // `unknown` because a context also gives gradients and patterns back.
  strokeStyle: unknown;
  fillStyle: unknown;
  lineWidth: number;
  lineCap: string;
  lineJoin: string;
  globalAlpha: number;
  globalCompositeOperation: string;
  imageSmoothingEnabled: boolean;
  imageSmoothingQuality: string;
  save(): void;
  restore(): void;
  setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void;
  clearRect(x: number, y: number, width: number, height: number): void;
  transform(a: number, b: number, c: number, d: number, e: number, f: number): void;
  beginPath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  quadraticCurveTo(cpx: number, cpy: number, x: number, y: number): void;
  bezierCurveTo(ax: number, ay: number, bx: number, by: number, x: number, y: number): void;
  arc(x: number, y: number, radius: number, from: number, to: number, back?: boolean): void;
  rect(x: number, y: number, width: number, height: number): void;
  closePath(): void;
  stroke(): void;
  fill(): void;
}

/** Paper grain in a colour, as a fill style. `strength` says how much of the paper it covers. */
export type Grain = (name: GrainName, colour: number) => unknown;
export type GrainName = 'pencil' | 'crayon' | 'wash';

/** What the header of a stroke says before its points. */
export type StrokeLook = Pick<StrokeMark, 'colour' | 'size' | 'seed'>;

/**
 * Paints a stroke as far as it got; `complete` once the pen is up. `cut`: what lies before the first
 * point was painted already.
 */
export type StrokePainter = (path: StrokeMark, complete: boolean, cut?: boolean) => void;

export interface Brush {
  /**
   * 'grows': what was painted stays, a later call only adds. 'anew': the stroke changes behind the
   * pen, so that every call paints all of it on a cleared surface.
   */
  readonly live: 'grows' | 'anew';
  /** 'own': takes away from what it painted itself, so that it needs a clear surface to itself. */
  readonly ground: 'shared' | 'own';
  /** Share of the paper that it covers at full opacity, 0 to 1. */
  readonly cover: number;
  begin(surface: InkSurface, look: StrokeLook, grain: Grain): StrokePainter;
}
