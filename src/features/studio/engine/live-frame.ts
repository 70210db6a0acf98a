import type { Path } from '@domain/story/event.ts';
import { PAGE_HEIGHT_PX, PAGE_WIDTH_PX, type QuarterPx, toPx } from '@domain/story/limits.ts';
import type { Surface } from '@domain/story/paint/surface.ts';
import type { HeldInk } from '../tools/session.ts';

const DARK = '#0b3a5b';
const LIGHT = '#ffffff';
const SUN = '#f2b233';
const LINE_PX = 4;
const DASH_PX = 14;

/** What only a browser's surface can do; frames are never part of a story. */
type Screen = Surface & Pick<CanvasRenderingContext2D, 'setLineDash'>;

function dashed(surface: Surface, trace: () => void): void {
  const screen = surface as Screen;
  screen.lineWidth = LINE_PX;
  screen.lineJoin = 'round';
  for (const [style, dash] of [
    [LIGHT, []],
    [DARK, [DASH_PX, DASH_PX]],
  ] as const) {
    screen.strokeStyle = style;
    screen.setLineDash([...dash]);
    screen.beginPath();
    trace();
    screen.stroke();
  }
  screen.setLineDash([]);
}

function traceColumns(surface: Surface, x: readonly QuarterPx[], y: readonly QuarterPx[]): void {
  for (let i = 0; i < x.length; i += 1) {
    if (i === 0) surface.moveTo(toPx(x[0]!), toPx(y[0]!));
    else surface.lineTo(toPx(x[i]!), toPx(y[i]!));
  }
  surface.closePath();
}

/** A ring around ink that is being drawn. */
export function paintOutline(surface: Surface, { x, y }: Path): void {
  dashed(surface, () => traceColumns(surface, x, y));
}

function knob(surface: Surface, x: number, y: number, radius: number): void {
  surface.fillStyle = SUN;
  surface.strokeStyle = DARK;
  surface.lineWidth = LINE_PX;
  surface.beginPath();
  surface.arc(x, y, radius, 0, 2 * Math.PI);
  surface.fill();
  surface.stroke();
}

/** Ink in the air, and the frame around it. */
export function paintHeld(
  surface: Surface,
  { matrix, ink, corners, knob: turn, handlePx }: HeldInk,
): void {
  const [a, b, c, d, e, f] = matrix;
  surface.save();
  surface.transform(
    a / 1000,
    b / 1000,
    c / 1000,
    d / 1000,
    toPx(e as QuarterPx),
    toPx(f as QuarterPx),
  );
  surface.drawImage(ink.canvas, 0, 0, PAGE_WIDTH_PX, PAGE_HEIGHT_PX);
  surface.restore();
  const top = { x: (corners[0]!.x + corners[1]!.x) / 2, y: (corners[0]!.y + corners[1]!.y) / 2 };
  dashed(surface, () => {
    for (const [i, { x, y }] of corners.entries()) {
      if (i === 0) surface.moveTo(x, y);
      else surface.lineTo(x, y);
    }
    surface.closePath();
    surface.moveTo(top.x, top.y);
    surface.lineTo(turn.x, turn.y);
  });
  for (const { x, y } of corners) knob(surface, x, y, handlePx);
  knob(surface, turn.x, turn.y, handlePx);
}
