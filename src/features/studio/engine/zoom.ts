import { createStore, type StoreApi } from 'zustand/vanilla';

/** Shares of the page's width and height, 0 to 1. */
export type PlaceOnPage = { readonly x: number; readonly y: number };

export type ZoomState = {
  /** 1: the whole page is seen. */
  readonly scale: number;
  /** Where the page's upper left corner lies, in widths and heights of the frame; 0 or less. */
  readonly x: number;
  readonly y: number;
};

export const MAX_SCALE = 6;
const TAP_SCALE = 2;
const STEP = 1.25;
const WHOLE: ZoomState = { scale: 1, x: 0, y: 0 };

function kept({ scale, x, y }: ZoomState): ZoomState {
  const within = Math.min(MAX_SCALE, Math.max(1, scale));
  // The page always fills its frame.
  const clamp = (value: number) => Math.min(0, Math.max(1 - within, value));
  return { scale: within, x: clamp(x), y: clamp(y) };
}

/** How near the page is looked at, and at which part of it. */
export function createZoom() {
  const store: StoreApi<ZoomState> = createStore(() => WHOLE);
  const { getState, setState } = store;

  /** Zooms so that a place of the frame keeps what it shows. */
  const by = (factor: number, frame: PlaceOnPage) => {
    const { scale, x, y } = getState();
    const next = Math.min(MAX_SCALE, Math.max(1, scale * factor));
    const share = next / scale;
    setState(
      kept({ scale: next, x: frame.x - (frame.x - x) * share, y: frame.y - (frame.y - y) * share }),
    );
  };

  const frameOf = (page: PlaceOnPage): PlaceOnPage => {
    const { scale, x, y } = getState();
    return { x: x + page.x * scale, y: y + page.y * scale };
  };

  return {
    store,
    by,
    /** One step nearer or farther, about the middle of what is seen or about a place of the page. */
    step(direction: 1 | -1, about?: PlaceOnPage) {
      by(STEP ** direction, about ? frameOf(about) : { x: 0.5, y: 0.5 });
    },
    /** Moves what is seen by shares of the frame. */
    pan(dx: number, dy: number) {
      const { scale, x, y } = getState();
      setState(kept({ scale, x: x + dx, y: y + dy }));
    },
    /** Moves the page by shares of the page. */
    push(dx: number, dy: number) {
      const { scale } = getState();
      this.pan(dx * scale, dy * scale);
    },
    toggleAt(page: PlaceOnPage) {
      if (getState().scale > 1) setState(WHOLE);
      else by(TAP_SCALE, frameOf(page));
    },
    /** Brings a place of the page into sight, with some room around it. */
    reveal(page: PlaceOnPage) {
      const at = frameOf(page);
      const room = 0.08;
      const shift = (value: number) =>
        value < room ? room - value : value > 1 - room ? 1 - room - value : 0;
      this.pan(shift(at.x), shift(at.y));
    },
    whole: () => setState(WHOLE),
  };
}

export type Zoom = ReturnType<typeof createZoom>;
