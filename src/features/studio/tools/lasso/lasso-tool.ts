import { EVERY_LAYER, type Matrix } from '@domain/story/event.ts';
import { type QuarterPx, toPx } from '@domain/story/limits.ts';
import type { Surface } from '@domain/story/paint/surface.ts';
import { recordPath, type PathRecorder } from '../path-recorder.ts';
import type { Sample } from '../session.ts';
import type { ToolBench, ToolInHand } from '../tool.ts';
import {
  AT_HOME,
  type Box,
  boxOf,
  encloses,
  GONE,
  type Handle,
  handlesOf,
  isHome,
  matrixOf,
  MAX_SCALE,
  MIN_SCALE,
  movedOutline,
  type Outline,
  outlineOf,
  type Pose,
  rectangleOf,
  toHome,
} from './selection.ts';

/** Reach of a fingertip on a handle, and how far the turning knob stands off, CSS px. */
const HANDLE_CSS_PX = 26;
const KNOB_CSS_PX = 44;
const STEP_PX = 10;
const STRIDE_PX = 50;
const GROW = 1.1;
const TURN_DEGREES = 15;
const COPY_OFFSET_PX = 40;

type Held = {
  readonly outline: Outline;
  readonly box: Box;
  readonly ink: Surface;
  readonly pose: Pose;
};

type Drag = { readonly handle: Exclude<Handle, null>; readonly from: Sample; readonly pose: Pose };

export type LassoAct = 'duplicate' | 'flip' | 'remove' | 'done';

export interface LassoInHand extends ToolInHand {
  act(what: LassoAct): void;
}

const clamp = (value: number, min: number, max: number) => Math.min(max, Math.max(min, value));

/**
 * Rings ink, takes it up and sets it down elsewhere, larger or turned. Free, outlining, held, or
 * dragging what is held; the story hears of it when it is set down.
 */
export function lassoTool({ editor, desk, view, zoom, onDown }: ToolBench): LassoInHand {
  let path: PathRecorder | null = null;
  let corner: { readonly first: Sample; last: Sample } | null = null;
  let held: Held | null = null;
  let drag: Drag | null = null;
  let putting = false;

  const layer = () => desk.erasedLayer();
  const from = () => (layer() === EVERY_LAYER ? null : layer());
  const pagePx = (cssPx: number) => cssPx / view.cssPxPerPagePx() / zoom.store.getState().scale;

  const show = () => {
    if (held === null) return view.clearLive();
    const { outline, box, ink, pose } = held;
    return view.paintLive({
      kind: 'held',
      from: from(),
      outline,
      matrix: matrixOf(pose, box),
      ink,
      ...handlesOf(box, pose, pagePx(KNOB_CSS_PX)),
      handlePx: pagePx(HANDLE_CSS_PX) / 2.4,
    });
  };

  const letGo = () => {
    if (held) view.giveBack(held.ink);
    held = null;
    drag = null;
    desk.set({ holdsInk: false });
    view.clearLive();
  };

  const put = (outline: Outline, matrix: Matrix, copy: boolean) => {
    putting = true;
    editor.put({ kind: 'lift', layer: layer(), outline, matrix, copy });
    putting = false;
  };

  const setDown = () => {
    if (held && !isHome(held.pose)) put(held.outline, matrixOf(held.pose, held.box), false);
    letGo();
  };

  const hold = (outline: Outline | null) => {
    const ink = outline && view.takeUp(outline, from());
    if (outline === null || ink === null) return view.clearLive();
    held = { outline, box: boxOf(outline), ink, pose: AT_HOME };
    desk.set({ holdsInk: true });
    return show();
  };

  const duplicate = () => {
    if (held === null) return;
    const { outline, box, pose } = held;
    const matrix = matrixOf(
      { ...pose, dx: pose.dx + COPY_OFFSET_PX, dy: pose.dy + COPY_OFFSET_PX },
      box,
    );
    // What was moved is set down first, so that the copy is of what is seen.
    const moved = isHome(pose) ? outline : movedOutline(outline, matrixOf(pose, box));
    if (!isHome(pose)) put(outline, matrixOf(pose, box), false);
    const shift: Matrix = [1000, 0, 0, 1000, COPY_OFFSET_PX * 4, COPY_OFFSET_PX * 4];
    letGo();
    put(moved, shift, true);
    hold(movedOutline(outline, matrix));
  };

  const change = (next: (pose: Pose) => Pose) => {
    if (held === null) return;
    held = { ...held, pose: next(held.pose) };
    show();
  };

  const handleAt = ({ x, y }: Sample): Handle => {
    if (held === null) return null;
    const [px, py] = [toPx(x), toPx(y)];
    const { corners, knob } = handlesOf(held.box, held.pose, pagePx(KNOB_CSS_PX));
    const near = (place: { x: number; y: number }) =>
      Math.hypot(place.x - px, place.y - py) <= pagePx(HANDLE_CSS_PX);
    if (near(knob)) return 'turn';
    if (corners.some(near)) return 'scale';
    return encloses(held.outline, ...toHome(held.pose, held.box, px, py)) ? 'inside' : null;
  };

  const dragTo = (sample: Sample) => {
    if (drag === null || held === null) return;
    const { from, handle, pose } = drag;
    const { box } = held;
    if (handle === 'inside') {
      const [dx, dy] = [
        toPx((sample.x - from.x) as QuarterPx),
        toPx((sample.y - from.y) as QuarterPx),
      ];
      change(() => ({ ...pose, dx: pose.dx + dx, dy: pose.dy + dy }));
      return;
    }
    const [cx, cy] = [(box.left + box.right) / 2 + pose.dx, (box.top + box.bottom) / 2 + pose.dy];
    const arm = ({ x, y }: Sample) => [toPx(x) - cx, toPx(y) - cy] as const;
    const [[bx, by], [nx, ny]] = [arm(from), arm(sample)];
    if (handle === 'scale') {
      const factor = Math.hypot(nx, ny) / Math.max(1, Math.hypot(bx, by));
      change(() => ({ ...pose, scale: clamp(pose.scale * factor, MIN_SCALE, MAX_SCALE) }));
    } else {
      const turned = ((Math.atan2(ny, nx) - Math.atan2(by, bx)) * 180) / Math.PI;
      change(() => ({ ...pose, degrees: pose.degrees + turned }));
    }
  };

  const showOutline = () => {
    if (corner) {
      const { first, last } = corner;
      const { x, y } = rectangleOf(first.x, first.y, last.x, last.y);
      view.paintLive({ kind: 'outline', path: { x, y, pressure: [] } });
    } else if (path) view.paintLive({ kind: 'outline', path: path.path });
  };

  const keys: Readonly<Record<string, (shift: boolean) => void>> = {
    ArrowLeft: (shift) => nudge(-1, 0, shift),
    ArrowRight: (shift) => nudge(1, 0, shift),
    ArrowUp: (shift) => nudge(0, -1, shift),
    ArrowDown: (shift) => nudge(0, 1, shift),
    '+': () => change((pose) => ({ ...pose, scale: Math.min(MAX_SCALE, pose.scale * GROW) })),
    '=': () => change((pose) => ({ ...pose, scale: Math.min(MAX_SCALE, pose.scale * GROW) })),
    '-': () => change((pose) => ({ ...pose, scale: Math.max(MIN_SCALE, pose.scale / GROW) })),
    '[': () => change((pose) => ({ ...pose, degrees: pose.degrees - TURN_DEGREES })),
    ']': () => change((pose) => ({ ...pose, degrees: pose.degrees + TURN_DEGREES })),
    f: () => change((pose) => ({ ...pose, flip: !pose.flip })),
    d: duplicate,
    Delete: () => remove(),
    Backspace: () => remove(),
    Enter: setDown,
    ' ': setDown,
    Escape: letGo,
  };

  const nudge = (dx: number, dy: number, shift: boolean) => {
    const step = shift ? STRIDE_PX : STEP_PX;
    change((pose) => ({ ...pose, dx: pose.dx + dx * step, dy: pose.dy + dy * step }));
  };

  const remove = () => {
    if (held === null) return;
    const { outline } = held;
    letGo();
    put(outline, GONE, false);
  };

  // Undone, redone or changed elsewhere: what is held is no longer what is there.
  const unsubscribe = editor.store.subscribe((state, before) => {
    if (!putting && held && state.story !== before.story) letGo();
  });

  const stopOutline = () => {
    path = null;
    corner = null;
    onDown(false);
  };

  return {
    down(sample, { byKeys }) {
      const handle = handleAt(sample);
      onDown(true);
      if (held && handle) {
        drag = { handle, from: sample, pose: held.pose };
        return;
      }
      setDown();
      if (byKeys) corner = { first: sample, last: sample };
      else path = recordPath(sample);
    },
    move(sample) {
      if (drag) return dragTo(sample);
      if (corner) corner.last = sample;
      path?.add(sample);
      return showOutline();
    },
    up() {
      if (drag) {
        drag = null;
        onDown(false);
        return;
      }
      if (path === null && corner === null) return;
      const outline = corner
        ? outlineOf({
            ...rectangleOf(corner.first.x, corner.first.y, corner.last.x, corner.last.y),
            pressure: [],
          })
        : path && outlineOf(path.path);
      stopOutline();
      hold(outline);
    },
    cancel() {
      if (drag && held) {
        held = { ...held, pose: drag.pose };
        drag = null;
        show();
      } else view.clearLive();
      stopOutline();
    },
    isDown: () => drag !== null || path !== null || corner !== null,
    key(key, shift) {
      const does = held && keys[key.length === 1 ? key.toLowerCase() : key];
      if (!does) return false;
      does(shift);
      return true;
    },
    putAway() {
      setDown();
      unsubscribe();
      stopOutline();
    },
    act(what) {
      if (what === 'duplicate') duplicate();
      else if (what === 'remove') remove();
      else if (what === 'flip') change((pose) => ({ ...pose, flip: !pose.flip }));
      else setDown();
    },
  };
}
