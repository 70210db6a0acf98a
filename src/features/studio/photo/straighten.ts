import type { Pixels, Quad, Size } from './geometry.ts';
import { sheetShape, shapeOf, squareToQuad } from './homography.ts';

export const MAX_WIDTH_PX = 1_600;
export const MAX_HEIGHT_PX = 1_200;

/** The largest picture of this sheet that a page holds, never larger than it was photographed. */
export function straightSize(quad: Quad, photo: Size): Size {
  const shape = sheetShape(shapeOf(quad, photo));
  const [a, b, c, d] = quad;
  const seen = Math.max(
    Math.hypot(b.x - a.x, b.y - a.y),
    Math.hypot(c.x - d.x, c.y - d.y),
    Math.hypot(d.x - a.x, d.y - a.y) * shape,
    Math.hypot(c.x - b.x, c.y - b.y) * shape,
  );
  const width = Math.min(MAX_WIDTH_PX, MAX_HEIGHT_PX * shape, Math.max(seen, 1));
  const whole = (length: number) => Math.max(1, Math.round(length));
  return { width: whole(width), height: whole(width / shape) };
}

/** What lies between the corners, seen straight from above; between pixels it is interpolated. */
export function straighten(photo: Pixels, quad: Quad, { width, height }: Size): Pixels {
  const [a, b, c, d, e, f, g, h, i] = squareToQuad(quad);
  const { data: from } = photo;
  const rowBytes = photo.width * 4;
  const [lastX, lastY] = [photo.width - 1, photo.height - 1];
  const data = new Uint8ClampedArray(width * height * 4);
  let at = 0;
  for (let row = 0; row < height; row += 1) {
    const v = (row + 0.5) / height;
    for (let column = 0; column < width; column += 1) {
      const u = (column + 0.5) / width;
      const w = g * u + h * v + i;
      const x = Math.min(lastX, Math.max(0, (a * u + b * v + c) / w - 0.5));
      const y = Math.min(lastY, Math.max(0, (d * u + e * v + f) / w - 0.5));
      const [left, top] = [x | 0, y | 0];
      const [right, below] = [x - left, y - top];
      const first = top * rowBytes + left * 4;
      const next = left < lastX ? 4 : 0;
      const under = top < lastY ? rowBytes : 0;
      for (let channel = 0; channel < 3; channel += 1) {
        const p = first + channel;
        const above = from[p]! * (1 - right) + from[p + next]! * right;
        const beneath = from[p + under]! * (1 - right) + from[p + under + next]! * right;
        data[at + channel] = above * (1 - below) + beneath * below;
      }
      data[at + 3] = 255;
      at += 4;
    }
  }
  return { width, height, data };
}
