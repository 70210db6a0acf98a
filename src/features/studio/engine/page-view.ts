import { Konva } from 'konva/lib/Global.js';
import { Layer } from 'konva/lib/Layer.js';
import { Stage } from 'konva/lib/Stage.js';
import type { LayerId, LiftStep } from '@domain/story/event.ts';
import { PAGE_HEIGHT_PX, PAGE_WIDTH_PX } from '@domain/story/limits.ts';
import { layInk, paintOver, paintUnder } from '@domain/story/paint/compose.ts';
import { createInkKit, toPagePx } from '@domain/story/paint/ink-kit.ts';
import { cutInside, inkInside } from '@domain/story/paint/lift.ts';
import { paintPanels } from '@domain/story/paint/panels.ts';
import { freeSurface, layOver, type Surface, wipe } from '@domain/story/paint/surface.ts';
import { layerOrder, type ObjectId, type Scene } from '@domain/story/scene.ts';
import { type PageTrail, sceneOf } from '@domain/story/story.ts';
import { gatherAssets, onAssets, storyAssets } from '@platform/story-assets.ts';
import type { HeldInk, Live } from '../tools/session.ts';
import { createBrowserSurface, createCommittedRaster } from './committed-raster.ts';
import { createLiveInk, type LiveInk } from './live-ink.ts';

// Layers are painted when this file says so; Konva would add a frame of delay.
Konva.autoDrawEnabled = false;

const MAX_RATIO = 2;
const STUDIO = { assets: storyAssets, createSurface: createBrowserSurface };

/** A sheet of the stage whose pixels this file paints itself. */
function inkLayer(): Layer {
  return new Layer({ listening: false });
}

function surfaceOf(layer: Layer): Surface {
  return surfaceOfCanvas(layer.getNativeCanvasElement());
}

function surfaceOfCanvas(canvas: HTMLCanvasElement): Surface {
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no 2D context');
  return context;
}

/** Nothing is picked with the mouse here, so the canvases for that need not hold pixels. */
function shrinkHitCanvases(stage: Stage, layers: readonly Layer[]): void {
  for (const layer of layers) layer.getHitCanvas().setSize(1, 1);
  stage.bufferHitCanvas?.setSize(1, 1);
}

function without(scene: Scene, hidden: ObjectId | null): Scene {
  if (hidden === null) return scene;
  return { ...scene, objects: scene.objects.filter(({ id }) => id !== hidden) };
}

function hasUnder({ background, objects }: Scene): boolean {
  return background !== null || objects.some(({ item }) => item.placement.behind);
}

function hasOver({ panels, objects }: Scene): boolean {
  return panels !== 0 || objects.some(({ item }) => !item.placement.behind);
}

/**
 * The open page on the screen: paper, background and ink below, the stroke under way above it, and
 * over both what stands in front. The ink has the pixels of the page, 1600 × 1200, whatever the size
 * of the glass: turning a tablet costs nothing, zooming in stays sharp, and a bucket sees what is
 * drawn. Nothing of it passes through React.
 */
export function createPageView(container: HTMLDivElement) {
  const stage = new Stage({ container, width: 1, height: 1, listening: false });
  const [below, live, above] = [inkLayer(), inkLayer(), inkLayer()];
  const layers = [below, live, above];
  stage.add(below, live, above);

  const kit = createInkKit(createBrowserSurface);
  const raster = createCommittedRaster(PAGE_WIDTH_PX, PAGE_HEIGHT_PX);
  let under: Surface | null = null;
  let underOf: Scene | null = null;
  let overOf: Scene | null = null;
  let liveInk: LiveInk | null = null;
  let trail: PageTrail = null;
  let hidden: ObjectId | null = null;
  let size = { width: 0, ratio: 0 };
  let zoomed = 1;
  let isLive = false;
  /** Ink that is in the air, and so no longer where it lies on its sheets. */
  let lifted: Pick<HeldInk, 'outline' | 'from'> | null = null;
  /** The lines of this page were raised once, and will be again. */
  let raised = false;

  const sceneNow = () => sceneOf({ done: trail });

  /** The layers as they are without the ink in the air. */
  const layRest = (surface: Surface, { outline, from }: Pick<HeldInk, 'outline' | 'from'>) => {
    const rest = createBrowserSurface(PAGE_WIDTH_PX, PAGE_HEIGHT_PX);
    layInk(surface, sceneNow(), (layer) => {
      const sheet = raster.sheetOf(layer);
      if (sheet === null || (from !== null && from !== layer)) return sheet;
      wipe(rest);
      layOver(rest, sheet, 1);
      toPagePx(rest);
      cutInside(rest, outline);
      return rest;
    });
    freeSurface(rest);
  };

  /** Paper and what lies on it under the ink; kept, because stamps are many curves. */
  const paintBelow = () => {
    const surface = surfaceOf(below);
    const scene = sceneNow();
    wipe(surface);
    if (hasUnder(scene)) {
      under ??= createBrowserSurface(PAGE_WIDTH_PX, PAGE_HEIGHT_PX);
      if (underOf !== scene) {
        toPagePx(under);
        paintUnder(under, without(scene, hidden), STUDIO);
      }
      underOf = scene;
      layOver(surface, under, 1);
    } else {
      if (under) freeSurface(under);
      under = null;
      surface.fillStyle = '#ffffff';
      surface.fillRect(0, 0, PAGE_WIDTH_PX, PAGE_HEIGHT_PX);
    }
    if (lifted) layRest(surface, lifted);
    else raster.layOn(surface);
  };

  /** An empty sheet would take as much memory as a full one. */
  const sizeAbove = (needed: boolean) => {
    const canvas = above.getNativeCanvasElement();
    const [width, height] = needed ? [PAGE_WIDTH_PX, PAGE_HEIGHT_PX] : [1, 1];
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
  };

  const paintAbove = () => {
    const scene = sceneNow();
    if (overOf === scene) return;
    overOf = scene;
    sizeAbove(raised || hasOver(scene));
    const surface = surfaceOf(above);
    wipe(surface);
    toPagePx(surface);
    paintOver(surface, without(scene, hidden), STUDIO);
  };

  /** While colour goes on below the lines, the lines lie over what is under way. */
  const raiseOver = (layer: LayerId) => {
    const scene = sceneNow();
    const order = layerOrder(scene);
    const upper = order.slice(order.indexOf(layer) + 1).flatMap((id) => {
      const sheet = scene.layers[id]!.visible ? raster.sheetOf(id) : null;
      return sheet ? [{ sheet, opacity: scene.layers[id]!.opacity }] : [];
    });
    if (upper.length === 0) return;
    raised = true;
    sizeAbove(true);
    const surface = surfaceOf(above);
    wipe(surface);
    for (const { sheet, opacity } of upper) layOver(surface, sheet, opacity / 255);
    toPagePx(surface);
    paintOver(surface, without(scene, hidden), STUDIO);
    overOf = null;
  };

  const allInk = (): Surface => {
    const surface = createBrowserSurface(PAGE_WIDTH_PX, PAGE_HEIGHT_PX);
    raster.layOn(surface);
    return surface;
  };

  const draw = () => {
    if (size.width === 0) return;
    raster.show(trail);
    paintBelow();
    paintAbove();
  };

  const repaint = () => {
    underOf = null;
    overOf = null;
    draw();
  };

  const rebuild = () => {
    raster.reset();
    repaint();
  };

  /** What an eraser lays bare while it rubs. */
  const paper = () => {
    const canvas = under?.canvas as HTMLCanvasElement | undefined;
    return canvas ? surfaceOf(live).createPattern(canvas as never, 'no-repeat') : '#ffffff';
  };

  const fitLive = () => {
    const ratio = Math.min(
      Math.min(window.devicePixelRatio || 1, MAX_RATIO) * zoomed,
      PAGE_WIDTH_PX / size.width,
    );
    if (ratio === size.ratio && liveInk) return;
    size = { ...size, ratio };
    live.getCanvas().setPixelRatio(ratio);
    live.getCanvas().setSize(stage.width(), stage.height());
    liveInk?.free();
    kit.free();
    liveInk = createLiveInk(surfaceOf(live), kit, paper);
  };

  const fit = () => {
    const width = Math.round(container.clientWidth);
    // Not laid out (yet, or any more).
    if (width === 0 || width === size.width) return;
    size = { width, ratio: 0 };
    const ratio = PAGE_WIDTH_PX / width;
    for (const layer of [below, above]) layer.getCanvas().setPixelRatio(ratio);
    stage.size({ width, height: (width * PAGE_HEIGHT_PX) / PAGE_WIDTH_PX });
    const canvas = below.getNativeCanvasElement();
    // A fraction of a px lost in the division would blur every line.
    if (canvas.width !== PAGE_WIDTH_PX) canvas.width = PAGE_WIDTH_PX;
    if (canvas.height !== PAGE_HEIGHT_PX) canvas.height = PAGE_HEIGHT_PX;
    shrinkHitCanvases(stage, layers);
    fitLive();
    repaint();
  };

  for (const layer of layers) {
    layer.getNativeCanvasElement().addEventListener('contextrestored', rebuild);
  }
  const observer = new ResizeObserver(fit);
  observer.observe(container);
  const stopAssets = onAssets(repaint);
  fit();

  return {
    content: stage.content,
    /** Shows this state of the page. `another` when it is not the page shown so far. */
    show(next: PageTrail, another: boolean) {
      if (another) {
        raster.reset();
        raised = false;
        overOf = null;
      }
      trail = next;
      void gatherAssets([sceneNow()]);
      draw();
    },
    /** Leaves an object out while something else stands in for it. */
    hide(object: ObjectId | null) {
      if (object === hidden) return;
      hidden = object;
      repaint();
    },
    /** How much nearer than whole the page is looked at: the stroke under way stays sharp, too. */
    lookAt(scale: number) {
      zoomed = scale;
      if (size.width > 0) fitLive();
    },
    paintLive(what: Live) {
      if (!isLive && 'layer' in what) raiseOver(what.layer);
      if (what.kind === 'held' && lifted?.outline !== what.outline) {
        lifted = what;
        paintBelow();
        if (what.from !== null) raiseOver(what.from);
      }
      isLive = true;
      liveInk?.paint(what);
    },
    clearLive() {
      isLive = false;
      liveInk?.clear();
      if (lifted) {
        lifted = null;
        paintBelow();
      }
      paintAbove();
    },
    /** CSS px that one px of the page has when all of it is seen. */
    cssPxPerPagePx: () => size.width / PAGE_WIDTH_PX,
    /** A copy of the ink inside an outline, of one layer or (null) of all; null where there is no ink. */
    takeUp(outline: LiftStep['outline'], layer: LayerId | null): Surface | null {
      const sheet = layer === null ? allInk() : raster.sheetOf(layer);
      if (sheet === null) return null;
      const copy = createBrowserSurface(PAGE_WIDTH_PX, PAGE_HEIGHT_PX);
      layOver(copy, inkInside(sheet, outline, kit) as Surface, 1);
      if (layer === null) freeSurface(sheet);
      return copy;
    },
    giveBack: freeSurface,
    /** What a bucket sees: everything but the objects in front, which colour flows under. */
    walls(): Surface {
      const surface = createBrowserSurface(PAGE_WIDTH_PX, PAGE_HEIGHT_PX);
      layOver(surface, surfaceOf(below), 1);
      toPagePx(surface);
      paintPanels(surface, sceneNow().panels);
      return surface;
    },
    /** The colour seen at a place of the page, px; null beyond it. */
    colourAt(x: number, y: number): number | null {
      if (x < 0 || y < 0 || x >= PAGE_WIDTH_PX || y >= PAGE_HEIGHT_PX) return null;
      const one = createBrowserSurface(1, 1) as CanvasRenderingContext2D;
      for (const layer of [below, above]) {
        const canvas = layer.getNativeCanvasElement();
        one.drawImage(canvas, Math.floor(x), Math.floor(y), 1, 1, 0, 0, 1, 1);
      }
      const [red, green, blue] = one.getImageData(0, 0, 1, 1).data;
      return (red! << 16) | (green! << 8) | blue!;
    },
    destroy() {
      observer.disconnect();
      stopAssets();
      raster.free();
      liveInk?.free();
      kit.free();
      if (under) freeSurface(under);
      stage.destroy();
    },
  };
}

export type PageView = ReturnType<typeof createPageView>;
