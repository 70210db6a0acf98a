import { type ObjectAssets, objectBox, paintObject } from '@domain/story/paint/objects/object.ts';
import type { Box } from '@domain/story/paint/objects/box.ts';
import { quarterX, quarterY, toPx } from '@domain/story/limits.ts';
import type { PageObject } from '@domain/story/scene.ts';
import { createRaster } from '../engine/committed-raster.ts';
import { placed } from './object-moves.ts';

/** One object as pixels, upright and at scale 1, with room for what reaches beyond its box. */
export type ObjectPicture = {
  readonly canvas: HTMLCanvasElement;
  /** Half of what the canvas shows, px of the object. */
  readonly halfWidth: number;
  readonly halfHeight: number;
  /** 0 to 1; the pixels themselves are opaque. */
  readonly alpha: number;
};

const MOST_PIXELS = 4096;

/** Lines, rays and bows reach beyond the box by this share of its smaller side, and a little. */
function overhang({ width, height }: Box): number {
  return Math.min(width, height) * 0.5 + 24;
}

/** @param density pixels for each px of the object */
export function pictureOf(item: PageObject, assets: ObjectAssets, density: number): ObjectPicture {
  const box = objectBox(item, assets);
  const room = overhang(box);
  const tail = item.kind === 'text' ? item.tail : null;
  const halfWidth = Math.max(box.width / 2 + room, tail ? Math.abs(toPx(tail.x)) + 24 : 0);
  const halfHeight = Math.max(box.height / 2 + room, tail ? Math.abs(toPx(tail.y)) + 24 : 0);
  const scale = Math.min(density, MOST_PIXELS / (2 * Math.max(halfWidth, halfHeight)));
  const { canvas, context } = createRaster(
    Math.max(1, Math.ceil(halfWidth * 2 * scale)),
    Math.max(1, Math.ceil(halfHeight * 2 * scale)),
  );
  context.setTransform(scale, 0, 0, scale, halfWidth * scale, halfHeight * scale);
  const upright = placed(item, { x: quarterX(0), y: quarterY(0), scale: 1000, rotation: 0 });
  paintObject(context, { ...upright, opacity: 255 }, assets);
  return { canvas, halfWidth, halfHeight, alpha: item.opacity / 255 };
}

/** Draws it on a node of the size of the box. */
export function paintPicture(
  context: CanvasRenderingContext2D,
  { canvas, halfWidth, halfHeight, alpha }: ObjectPicture,
  { width, height }: Box,
): void {
  context.globalAlpha = alpha;
  context.drawImage(
    canvas,
    width / 2 - halfWidth,
    height / 2 - halfHeight,
    halfWidth * 2,
    halfHeight * 2,
  );
  context.globalAlpha = 1;
}
