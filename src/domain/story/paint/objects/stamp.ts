import { tracePath, type VectorArt } from '../../art/vector-art.ts';
import type { ObjectSurface } from './object-surface.ts';

/** Paints a drawing of the pack with its middle at 0, 0. `alpha` 0 to 1. */
export function paintArt(surface: ObjectSurface, art: VectorArt, alpha: number): void {
  surface.translate(-art.width / 2, -art.height / 2);
  for (const { d, fill, stroke, strokeWidth, cap, join, opacity } of art.shapes) {
    surface.beginPath();
    tracePath(surface, d);
    surface.globalAlpha = alpha * opacity;
    if (fill !== null) {
      surface.fillStyle = fill;
      surface.fill();
    }
    if (stroke !== null) {
      surface.strokeStyle = stroke;
      surface.lineWidth = strokeWidth;
      surface.lineCap = cap;
      surface.lineJoin = join;
      surface.stroke();
    }
  }
  surface.globalAlpha = 1;
}
