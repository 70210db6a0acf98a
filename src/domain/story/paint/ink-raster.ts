import type { LayerId } from '../event.ts';
import { MAX_LAYERS } from '../limits.ts';
import { EMPTY_SCENE, type Scene } from '../scene.ts';
import type { PageState, PageTrail } from '../story.ts';
import type { TrailNode } from '../trail.ts';
import { layInk } from './compose.ts';
import { createLayerRaster } from './layer-raster.ts';
import type { Studio, Surface } from './surface.ts';

/**
 * All ink of one page as pixels, a sheet for each layer that has some. Adding a step costs that step;
 * taking one back replays at most BLOCK_STEPS, if `prepare` was called often enough in between.
 */
export function createInkRaster(
  size: { readonly width: number; readonly height: number },
  studio: Pick<Studio, 'createSurface' | 'kit'>,
) {
  const layers = Array.from({ length: MAX_LAYERS }, (_, id) => createLayerRaster(id, size, studio));
  let shown: PageTrail = null;

  return {
    /** Brings the pixels to this state of the page; how many steps had to be painted. */
    show(trail: PageTrail): number {
      const painted = new Set<TrailNode<PageState>>();
      for (const layer of layers) layer.show(trail, painted, Infinity);
      shown = trail;
      return painted.size;
    },
    /** The same in pieces of at most `most` steps; true when it got there. */
    approach(trail: PageTrail, most: number): boolean {
      const painted = new Set<TrailNode<PageState>>();
      shown = trail;
      return layers.every((layer) => layer.show(trail, painted, most));
    },
    /** The state of the page that is shown. */
    scene: (): Scene => shown?.top.scene ?? EMPTY_SCENE,
    sheetOf: (layer: LayerId): Surface | null => layers[layer]?.sheet() ?? null,
    /** Lays the ink on a surface of the same size, ordered and faded as the page says. */
    layOn(surface: Surface): void {
      layInk(surface, this.scene(), this.sheetOf);
    },
    /** Uses a moment of rest: paints at most `most` steps ahead; true when nothing is left to do. */
    prepare(most: number): boolean {
      return layers.every((layer) => layer.prepare(shown, most));
    },
    /** Forgets everything painted: another page, or the browser lost the pixels. */
    reset(): void {
      for (const layer of layers) layer.reset();
      shown = null;
    },
  };
}

export type InkRaster = ReturnType<typeof createInkRaster>;
