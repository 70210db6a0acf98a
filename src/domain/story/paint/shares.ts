import type { PageLook } from '../picture.ts';
import type { PageObject } from '../scene.ts';
import { layInk, paintLayer } from './compose.ts';
import { toPagePx } from './ink-kit.ts';
import { paintBackground, paintObject } from './objects/object.ts';
import { freeSurface, type Studio, type Surface, wipe } from './surface.ts';

/** What a page shows on top, in thousandths of its area; what is missing to 1000 is blank paper or mere colour. */
export interface PageShares {
  /** Ink of the child's own hand. */
  readonly drawn: number;
  /** Drawings of the pack, its backgrounds included. */
  readonly stamped: number;
  readonly photographed: number;
  /** Letters and bubbles. */
  readonly written: number;
}

const WIDTH = 200;
const HEIGHT = 150;
/** Of 255. A wash is faint and yet drawn; a shadow of an edge is not. */
const LEAST_ALPHA = 24;

const KINDS = ['drawn', 'stamped', 'photographed', 'written'] as const;
type Kind = (typeof KINDS)[number];

const OBJECT_KIND: Readonly<Record<PageObject['kind'], Kind>> = {
  stamp: 'stamped',
  text: 'written',
  photo: 'photographed',
};

/** Measured on a coarse grid: what lies on top of each cell. */
export function measurePage({ ink, scene }: PageLook, studio: Studio): PageShares {
  const { createSurface, kit, assets } = studio;
  const cells = new Uint8Array(WIDTH * HEIGHT);
  const surface = createSurface(WIDTH, HEIGHT);

  const cover = (kind: Kind, paint: (on: Surface) => void) => {
    wipe(surface);
    toPagePx(surface);
    paint(surface);
    const { data } = surface.getImageData(0, 0, WIDTH, HEIGHT);
    const mark = KINDS.indexOf(kind) + 1;
    for (let cell = 0; cell < cells.length; cell += 1) {
      if (data[cell * 4 + 3]! >= LEAST_ALPHA) cells[cell] = mark;
    }
  };
  const objects = (behind: boolean) => {
    for (const { item } of scene.objects) {
      if (item.placement.behind !== behind) continue;
      cover(OBJECT_KIND[item.kind], (on) => paintObject(on, item, assets));
    }
  };

  const { background } = scene;
  if (background !== null && background.kind !== 'colour') {
    const kind = background.kind === 'photo' ? 'photographed' : 'stamped';
    cover(kind, (on) => paintBackground(on, background, assets));
  }
  objects(true);
  cover('drawn', (on) => {
    const sheet = createSurface(WIDTH, HEIGHT);
    layInk(on, scene, (layer) => {
      wipe(sheet);
      paintLayer(sheet, ink, layer, kit);
      return sheet;
    });
    freeSurface(sheet);
  });
  objects(false);
  freeSurface(surface);

  const counts = [0, 0, 0, 0, 0];
  for (const mark of cells) counts[mark]! += 1;
  const share = (kind: Kind) =>
    Math.round((counts[KINDS.indexOf(kind) + 1]! * 1000) / cells.length);
  return {
    drawn: share('drawn'),
    stamped: share('stamped'),
    photographed: share('photographed'),
    written: share('written'),
  };
}

/** The shares of a whole story: the mean of its pages. */
export function meanShares(pages: readonly PageShares[]): PageShares {
  const mean = (kind: Kind) =>
    pages.length === 0
      ? 0
      : Math.round(pages.reduce((sum, page) => sum + page[kind], 0) / pages.length);
  return {
    drawn: mean('drawn'),
    stamped: mean('stamped'),
    photographed: mean('photographed'),
    written: mean('written'),
  };
}
