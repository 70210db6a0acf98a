import type { VectorArt } from '../../art/vector-art.ts';
import { PAGE_HEIGHT_PX, PAGE_WIDTH_PX, toPx } from '../../limits.ts';
import type { Background, PageObject, Placement } from '../../scene.ts';
import type { Box, Place } from './box.ts';
import type { ObjectSurface } from './object-surface.ts';
import { paintArt } from './stamp.ts';
import { paintTextObject, tailOf, textObjectBox } from './text-object.ts';

/** A decoded picture, as the surface's own `drawImage` takes it. */
export type PhotoImage = { readonly width: number; readonly height: number };

/** What objects name but the story does not hold. Undefined: unknown here, or not here yet. */
export interface ObjectAssets {
  art(asset: string): VectorArt | undefined;
  photo(hash: string): PhotoImage | undefined;
}

const UNKNOWN_ART: Box = { width: 240, height: 240 };
const PHOTO_MISSING = '#d9dee2';

/** At scale 1, before it is turned; a bubble without its tail. */
export function objectBox(item: PageObject, assets: ObjectAssets): Box {
  if (item.kind === 'text') return textObjectBox(item);
  if (item.kind === 'photo') return item;
  return assets.art(item.asset) ?? UNKNOWN_ART;
}

function turnOf({ rotation }: Placement): number {
  return (rotation / 18_000) * Math.PI;
}

/** A point of the page as seen by an object: from its middle, before it was scaled, turned and mirrored. */
export function toObject(placement: Placement, { x, y }: Place): Place {
  const [dx, dy] = [x - toPx(placement.x), y - toPx(placement.y)];
  const [cos, sin] = [Math.cos(turnOf(placement)), Math.sin(turnOf(placement))];
  const scale = placement.scale / 1000;
  const across = (dx * cos + dy * sin) / scale;
  return { x: placement.flip ? -across : across, y: (dy * cos - dx * sin) / scale };
}

/** The reverse of `toObject`. */
export function toPage(placement: Placement, { x, y }: Place): Place {
  const [cos, sin] = [Math.cos(turnOf(placement)), Math.sin(turnOf(placement))];
  const scale = placement.scale / 1000;
  const across = (placement.flip ? -x : x) * scale;
  const down = y * scale;
  return {
    x: toPx(placement.x) + across * cos - down * sin,
    y: toPx(placement.y) + across * sin + down * cos,
  };
}

/** Where a bubble's tail ends on the page; null for what has none. */
export function tailOnPage(item: PageObject): Place | null {
  const tail = item.kind === 'text' ? tailOf(item) : null;
  return tail && toPage(item.placement, tail);
}

/** The corners of the page that an object covers, for overviews and shares: an upright box in page px. */
export function objectExtent(item: PageObject, assets: ObjectAssets): Place & Box {
  const { width, height } = objectBox(item, assets);
  const corners = [-1, 1].flatMap((side) =>
    [-1, 1].map((end) => toPage(item.placement, { x: (side * width) / 2, y: (end * height) / 2 })),
  );
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** Paints one object at its place. */
export function paintObject(surface: ObjectSurface, item: PageObject, assets: ObjectAssets): void {
  const { placement, opacity } = item;
  const alpha = opacity / 255;
  const scale = placement.scale / 1000;
  surface.save();
  surface.translate(toPx(placement.x), toPx(placement.y));
  surface.rotate(turnOf(placement));
  surface.scale(placement.flip && item.kind !== 'text' ? -scale : scale, scale);
  surface.globalAlpha = alpha;
  if (item.kind === 'text') {
    paintTextObject(surface, item);
  } else if (item.kind === 'stamp') {
    const art = assets.art(item.asset);
    if (art) paintArt(surface, art, alpha);
  } else {
    const { width, height, hash } = item;
    const photo = assets.photo(hash);
    surface.fillStyle = PHOTO_MISSING;
    if (photo) surface.drawImage(photo, -width / 2, -height / 2, width, height);
    else surface.fillRect(-width / 2, -height / 2, width, height);
  }
  surface.restore();
}

/** Brings 0, 0 to the middle of the page, and a box of this size to cover it. */
function coverPage(surface: ObjectSurface, { width, height }: Box): void {
  const scale = Math.max(PAGE_WIDTH_PX / width, PAGE_HEIGHT_PX / height);
  surface.translate(PAGE_WIDTH_PX / 2, PAGE_HEIGHT_PX / 2);
  surface.scale(scale, scale);
}

/** Paints what lies under everything else; a photograph fills the page and is cut, never stretched. */
export function paintBackground(
  surface: ObjectSurface,
  background: Background | null,
  assets: ObjectAssets,
): void {
  if (background === null) return;
  surface.save();
  if (background.kind === 'colour') {
    surface.fillStyle = `#${background.colour.toString(16).padStart(6, '0')}`;
    surface.fillRect(0, 0, PAGE_WIDTH_PX, PAGE_HEIGHT_PX);
  } else if (background.kind === 'asset') {
    const art = assets.art(background.asset);
    if (art) {
      coverPage(surface, art);
      paintArt(surface, art, 1);
    }
  } else {
    const photo = assets.photo(background.hash);
    if (photo) {
      coverPage(surface, photo);
      const { width, height } = photo;
      surface.drawImage(photo, -width / 2, -height / 2, width, height);
    }
  }
  surface.restore();
}
