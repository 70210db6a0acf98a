import { Konva } from 'konva/lib/Global.js';
import { Layer } from 'konva/lib/Layer.js';
import { Image as KonvaImage } from 'konva/lib/shapes/Image.js';
import { Stage } from 'konva/lib/Stage.js';
import type { Mark } from '@domain/story/event.ts';
import { PAGE_HEIGHT_PX, PAGE_WIDTH_PX } from '@domain/story/limits.ts';
import type { PageTrail } from '@domain/story/story.ts';
import { type CommittedRaster, createCommittedRaster } from './committed-raster.ts';
import { createLiveInk, type LiveInk } from './live-ink.ts';

// Layers are drawn when this file says so; Konva would add a frame of delay.
Konva.autoDrawEnabled = false;

const MAX_RATIO = 2;

function inkLayer(): Layer {
  return new Layer({ listening: false, imageSmoothingEnabled: true });
}

/** Nothing is picked with the mouse here, so the canvases for that need not hold pixels. */
function shrinkHitCanvases(stage: Stage, layers: readonly Layer[]): void {
  for (const layer of layers) layer.getHitCanvas().setSize(1, 1);
  stage.bufferHitCanvas?.setSize(1, 1);
}

/**
 * The open page on the screen: committed ink below, the stroke under way above, on white paper that
 * the style sheet lays underneath. Nothing of it passes through React.
 */
export function createPageView(container: HTMLDivElement) {
  const stage = new Stage({ container, width: 1, height: 1, listening: false });
  const committed = inkLayer();
  const live = inkLayer();
  stage.add(committed, live);
  const image = new KonvaImage({ image: undefined, listening: false });
  committed.add(image);

  let raster: CommittedRaster | null = null;
  let liveInk: LiveInk | null = null;
  let trail: PageTrail = null;
  let size = { width: 0, ratio: 0 };

  const drawCommitted = () => {
    raster?.show(trail);
    committed.draw();
  };

  const rebuild = () => {
    raster?.reset();
    drawCommitted();
  };

  const fit = () => {
    const width = Math.round(container.clientWidth);
    // Not laid out (yet, or any more).
    if (width === 0) return;
    const ratio = Math.min(window.devicePixelRatio || 1, MAX_RATIO, PAGE_WIDTH_PX / width);
    if (width === size.width && ratio === size.ratio) return;
    size = { width, ratio };
    const height = (width * PAGE_HEIGHT_PX) / PAGE_WIDTH_PX;
    for (const layer of [committed, live]) layer.getCanvas().setPixelRatio(ratio);
    stage.size({ width, height });
    shrinkHitCanvases(stage, [committed, live]);
    raster?.free();
    liveInk?.free();
    const { width: pixels, height: rows } = committed.getNativeCanvasElement();
    raster = createCommittedRaster(pixels, rows);
    raster.canvas.addEventListener('contextrestored', rebuild);
    liveInk = createLiveInk(live.getNativeCanvasElement());
    // One pixel of ink on one of the screen: a fraction more would blur every line.
    image.setAttrs({ image: raster.canvas, width: pixels / ratio, height: rows / ratio });
    drawCommitted();
  };

  for (const layer of [committed, live]) {
    layer.getNativeCanvasElement().addEventListener('contextrestored', rebuild);
  }
  const observer = new ResizeObserver(fit);
  observer.observe(container);
  fit();

  return {
    content: stage.content,
    /** The ink as pixels, for a thumbnail. */
    picture: () => raster?.canvas ?? null,
    /** Shows this state of the page. `another` when it is not the page shown so far. */
    show(next: PageTrail, another: boolean) {
      if (another) raster?.reset();
      trail = next;
      drawCommitted();
    },
    paintLive: (mark: Mark) => liveInk?.paint(mark),
    clearLive: () => liveInk?.clear(),
    destroy() {
      observer.disconnect();
      raster?.free();
      liveInk?.free();
      stage.destroy();
    },
  };
}

export type PageView = ReturnType<typeof createPageView>;
