import { Layer } from 'konva/lib/Layer.js';
import { Shape } from 'konva/lib/Shape.js';
import { Circle } from 'konva/lib/shapes/Circle.js';
import { Transformer } from 'konva/lib/shapes/Transformer.js';
import { Stage } from 'konva/lib/Stage.js';
import { PAGE_HEIGHT_PX, PAGE_WIDTH_PX, quarterX, quarterY, toPx } from '@domain/story/limits.ts';
import type { Box, Place } from '@domain/story/paint/objects/box.ts';
import { objectExtent, tailOnPage, toObject } from '@domain/story/paint/objects/object.ts';
import type { ObjectId, PageObject, SceneObject } from '@domain/story/scene.ts';
import { storyAssets } from '@platform/story-assets.ts';
import type { ObjectDesk, ObjectMode } from './object-desk.ts';
import { movedTo, scaledTo, turnedTo } from './object-moves.ts';
import { listenToPinch, pinched } from './object-pinch.ts';
import { paintPicture, type ObjectPicture } from './object-picture.ts';
import { fitText, type TextFitter } from './text-fit.ts';

/** Side of a handle, and with the room around it that takes a finger: 44 px. */
const HANDLE_PX = 20;
const HANDLE_ROOM_PX = 24;
const TURN_HANDLE_PX = 40;
/** The frame stands off, and off more from small objects, so that handles stay apart. */
const PADDING_PX = 6;
const LEAST_FRAME_PX = 84;
/** Height of the strip of the page near whose edge the handles turn over. */
const TOP_PX = 120;
const LINE = '#0e6ba3';
const HANDLE = '#f2b233';
/** Two fingers beside a small object still mean it when their middle is no farther off, px of the page. */
const PINCH_REACH_PX = 40;
/** A tap that moved further is a slip of a dragging finger. */
const TAP_PX = 10;

type Node = Shape & { object: ObjectId; item: PageObject };

/**
 * Handles and drag previews over the page. The nodes are invisible but for the one in motion: what
 * the pupil sees otherwise is the page as its painter paints it.
 * @param hide asks the page to leave this object out while the preview stands in for it
 */
export function createObjectStage(
  container: HTMLDivElement,
  {
    desk,
    fitter,
    picture,
    hide,
    zoomed,
  }: {
    desk: ObjectDesk;
    fitter: TextFitter;
    picture: (item: PageObject, pxPerPagePx: number) => ObjectPicture;
    hide: (object: ObjectId | null) => void;
    /** How much nearer than whole the page is looked at: handles stay of one size. */
    zoomed: () => number;
  },
) {
  const stage = new Stage({ container, width: 1, height: 1 });
  const layer = new Layer();
  stage.add(layer);
  const handles = new Transformer({
    rotationSnaps: [0, 90, 180, 270],
    rotationSnapTolerance: 4,
    anchorFill: HANDLE,
    anchorStroke: '#132532',
    borderStroke: LINE,
    flipEnabled: false,
    ignoreStroke: true,
    anchorStyleFunc: (anchor: Shape) => anchor.hitStrokeWidth(HANDLE_ROOM_PX / zoomed()),
  });
  const tail = new Circle({
    fill: HANDLE,
    stroke: '#132532',
    strokeWidth: 2,
    draggable: true,
    visible: false,
  });
  layer.add(handles, tail);

  let nodes = new Map<ObjectId, Node>();
  let ratio = 1;
  let moving: { node: Node; picture: ObjectPicture | null } | null = null;

  const scale = () => stage.width() / PAGE_WIDTH_PX;
  const pxPerPagePx = () => scale() * Math.min(window.devicePixelRatio || 1, 2) * zoomed();
  const mode = (): ObjectMode => desk.store.getState().mode;

  const shape = (node: Node, item: PageObject, box: Box) => {
    const { placement } = item;
    node.item = item;
    node.setAttrs({
      x: toPx(placement.x),
      y: toPx(placement.y),
      width: box.width,
      height: box.height,
      offsetX: box.width / 2,
      offsetY: box.height / 2,
      rotation: placement.rotation / 100,
      scaleX: placement.scale / 1000,
      scaleY: placement.scale / 1000,
    });
  };

  /** The item as the handles have left it. */
  const itemFrom = (node: Node): PageObject => {
    const box = desk.boxOf(node.item);
    const moved = movedTo(node.item, { x: node.x(), y: node.y() });
    const turned = turnedTo(moved, node.rotation());
    return scaledTo(turned, box, node.scaleY());
  };

  const placeTail = () => {
    const { selected, preview } = desk.store.getState();
    const item = preview ?? desk.itemOf(selected);
    const at = item && mode() !== 'off' ? tailOnPage(item) : null;
    tail.visible(at !== null);
    if (at === null) return;
    const px = 1 / (scale() * zoomed());
    tail.setAttrs({ ...at, radius: 11 * px, hitStrokeWidth: HANDLE_ROOM_PX * px });
    tail.strokeWidth(2 * px);
    tail.moveToTop();
  };

  const lift = (node: Node) => {
    if (moving?.node === node) return;
    const density = pxPerPagePx() * node.scaleY();
    moving = { node, picture: picture(node.item, density) };
    hide(node.object);
  };

  const setDown = () => {
    moving = null;
    hide(null);
  };

  const widen = (node: Node) => {
    const { item } = node;
    if (item.kind !== 'text') return;
    const factor = node.scaleX() / node.scaleY();
    const wider = fitText(item, fitter, toPx(item.width) * factor);
    const moved = movedTo(wider, { x: node.x(), y: node.y() });
    shape(node, moved, desk.boxOf(moved));
    moving = { node, picture: picture(moved, pxPerPagePx() * node.scaleY()) };
  };

  const listen = (node: Node) => {
    node.on('pointerdown', (event) => {
      event.cancelBubble = true;
      desk.select(node.object);
    });
    node.on('dblclick dbltap', () => desk.rewrite(node.object));
    node.on('dragstart', () => lift(node));
    node.on('dragmove', () => {
      const { x, y } = movedTo(node.item, { x: node.x(), y: node.y() }).placement;
      node.position({ x: toPx(x), y: toPx(y) });
      desk.show(itemFrom(node));
      placeTail();
      layer.batchDraw();
    });
    node.on('transformstart', () => lift(node));
    node.on('transform', () => {
      const side = handles.getActiveAnchor()?.startsWith('middle');
      if (side) widen(node);
      desk.show(side ? node.item : itemFrom(node));
      placeTail();
      layer.batchDraw();
    });
    node.on('dragend transformend', () => {
      desk.show(itemFrom(node), 'moved');
      setDown();
      desk.keep();
    });
  };

  const create = ({ id, item }: SceneObject): Node => {
    const shapeNode: Shape = new Shape({
      // What is hit, not what is seen.
      fill: '#000000',
      draggable: true,
      dragDistance: 3,
      sceneFunc: (context) => {
        const shown = moving?.node === shapeNode ? moving : null;
        if (shown?.picture) {
          paintPicture(context._context, shown.picture, desk.boxOf(shown.node.item));
        }
      },
      hitFunc: (context, self) => {
        context.beginPath();
        context.rect(0, 0, self.width(), self.height());
        context.closePath();
        context.fillShape(self);
      },
    });
    const node: Node = Object.assign(shapeNode, { object: id, item });
    listen(node);
    return node;
  };

  tail.on('dragmove', () => {
    const { selected, preview } = desk.store.getState();
    const item = preview ?? desk.itemOf(selected);
    const node = selected === null ? undefined : nodes.get(selected);
    if (item?.kind !== 'text' || node === undefined) return;
    const tip = toObject(item.placement, tail.position());
    const next = { ...item, tail: { x: quarterX(tip.x), y: quarterY(tip.y) } };
    hide(node.object);
    node.item = next;
    moving = { node, picture: picture(next, pxPerPagePx() * node.scaleY()) };
    desk.show(next);
    layer.batchDraw();
  });
  tail.on('dragend', () => {
    setDown();
    desk.keep();
  });

  const pointerPlace = (): Place | null => {
    const at = stage.getPointerPosition();
    return at && { x: at.x / scale(), y: at.y / scale() };
  };

  let pressed: Place | null = null;
  stage.on('pointerdown', (event) => {
    pressed = event.target === stage ? pointerPlace() : null;
  });
  stage.on('pointerup', () => {
    const at = pointerPlace();
    if (pressed === null || at === null) return;
    const slipped = Math.hypot(at.x - pressed.x, at.y - pressed.y) * scale() > TAP_PX;
    pressed = null;
    if (slipped) return;
    if (desk.store.getState().writing !== null) desk.finishWriting();
    else if (mode() === 'stamp') desk.stampAt(at);
    else if (mode() === 'text') desk.writeAt(at);
    else desk.select(null);
  });

  const showSelection = () => {
    const { selected, writing } = desk.store.getState();
    const node = selected === null || writing !== null ? undefined : nodes.get(selected);
    const text = node?.item.kind === 'text';
    handles.enabledAnchors([
      'top-left',
      'top-right',
      'bottom-left',
      'bottom-right',
      ...(text ? ['middle-left', 'middle-right'] : []),
    ]);
    const px = 1 / zoomed();
    handles.setAttrs({
      rotateAnchorOffset: TURN_HANDLE_PX * px,
      anchorSize: HANDLE_PX * px,
      anchorCornerRadius: (HANDLE_PX / 2) * px,
      anchorStrokeWidth: 2 * px,
      borderStrokeWidth: 3 * px,
    });
    handles.nodes(node ? [node] : []);
    if (node) {
      const shorter =
        Math.min(node.width() * node.scaleX(), node.height() * node.scaleY()) * scale();
      // At the upper edge of the page the handle for turning would lie beyond it.
      handles.rotateAnchorAngle(node.y() - shorter / scale() < TOP_PX ? 180 : 0);
      handles.padding(Math.max(PADDING_PX * px, (LEAST_FRAME_PX * px - shorter) / 2));
    }
    handles.moveToTop();
    placeTail();
  };

  /** Brings nodes to what the page holds; a gesture under way goes on. */
  const update = () => {
    const { selected, preview } = desk.store.getState();
    const objects = desk.objects();
    const kept = new Map<ObjectId, Node>();
    for (const object of objects) {
      const node = nodes.get(object.id) ?? create(object);
      kept.set(object.id, node);
      if (moving?.node !== node) {
        const item = object.id === selected && preview ? preview : object.item;
        shape(node, item, desk.boxOf(item));
      }
      // While stamps rain or texts begin, other objects do not stand in the way.
      node.listening(mode() === 'select' || object.id === selected || aText(object));
      if (node.getLayer() === null) layer.add(node);
      node.moveToTop();
    }
    for (const [id, node] of nodes) if (!kept.has(id)) node.destroy();
    nodes = kept;
    showSelection();
    layer.batchDraw();
  };

  const aText = ({ item }: SceneObject) => mode() === 'text' && item.kind === 'text';

  const fit = () => {
    const width = container.clientWidth;
    if (width === 0) return;
    const density = Math.min(window.devicePixelRatio || 1, 2);
    if (width === stage.width() && density === ratio) return;
    ratio = density;
    layer.getCanvas().setPixelRatio(density);
    stage.size({ width, height: (width * PAGE_HEIGHT_PX) / PAGE_WIDTH_PX });
    layer.scale({ x: scale(), y: scale() });
    update();
  };

  const selectedNode = (): Node | undefined => {
    const { selected, writing } = desk.store.getState();
    return selected === null || writing !== null ? undefined : nodes.get(selected);
  };

  let before: PageObject | null = null;
  const stopPinch = listenToPinch(container, {
    toPage: (clientX, clientY) => {
      const box = container.getBoundingClientRect();
      return {
        x: ((clientX - box.left) / box.width) * PAGE_WIDTH_PX,
        y: ((clientY - box.top) / box.height) * PAGE_HEIGHT_PX,
      };
    },
    onSecond: () => {
      pressed = null;
      handles.stopTransform();
      for (const node of nodes.values()) node.stopDrag();
    },
    begin: (middle) => {
      const node = selectedNode();
      if (node === undefined) return false;
      const { x, y, width, height } = objectExtent(node.item, storyAssets);
      const near =
        middle.x > x - PINCH_REACH_PX &&
        middle.x < x + width + PINCH_REACH_PX &&
        middle.y > y - PINCH_REACH_PX &&
        middle.y < y + height + PINCH_REACH_PX;
      if (near) before = node.item;
      return near;
    },
    change: (from, to) => {
      const node = selectedNode();
      if (node === undefined || before === null) return;
      const item = pinched(before, desk.boxOf(before), from, to);
      lift(node);
      shape(node, item, desk.boxOf(item));
      desk.show(item, 'bigger');
      placeTail();
      layer.batchDraw();
    },
    end: () => {
      before = null;
      setDown();
      desk.keep();
    },
  });

  // After a finger's tap comes the press of a mouse that never was: it would take the focus from the
  // field that the tap opened, or press a button that now lies below the finger.
  const endTap = (event: TouchEvent) => {
    if (desk.store.getState().writing !== null && event.cancelable) event.preventDefault();
  };
  container.addEventListener('touchend', endTap, { passive: false });

  const observer = new ResizeObserver(fit);
  observer.observe(container);
  fit();
  update();

  return {
    update,
    /** Shows a change made by keys in the place of the painted object. */
    preview(item: PageObject | null) {
      const { selected } = desk.store.getState();
      const node = selected === null ? undefined : nodes.get(selected);
      if (node === undefined || before !== null) return;
      if (moving?.node.isDragging() || handles.isTransforming()) return;
      if (item === null) {
        if (moving) setDown();
      } else {
        shape(node, item, desk.boxOf(item));
        lift(node);
      }
      update();
    },
    destroy() {
      if (moving) setDown();
      observer.disconnect();
      stopPinch();
      container.removeEventListener('touchend', endTap);
      stage.destroy();
    },
  };
}

export type ObjectStage = ReturnType<typeof createObjectStage>;
