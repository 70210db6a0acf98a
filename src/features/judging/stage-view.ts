import { useEffect, useState } from 'react';

export const ZOOMS = [1, 1.5, 2, 3] as const;

/** The next step of enlargement, staying within ZOOMS. */
export function nextZoom(zoom: number, by: 1 | -1): number {
  const at = ZOOMS.findIndex((step) => step === zoom);
  return ZOOMS[Math.min(ZOOMS.length - 1, Math.max(0, at + by))] ?? 1;
}

/**
 * What the judge looks at: page from 0, enlargement, and whether the picture fills the screen. The
 * browser's own full screen is asked for where it exists; without it the picture fills the window.
 */
export function useStageView(pageCount: number) {
  const [page, setPage] = useState(0);
  const [zoom, setZoom] = useState(1);
  const [full, setFull] = useState(false);
  const [spread, setSpread] = useState(false);
  // Two pages lie open from an even place on, as in a book.
  const first = spread ? page - (page % 2) : page;
  const step = spread ? 2 : 1;

  useEffect(() => {
    const onChange = () => {
      if (document.fullscreenElement === null) setFull(false);
    };
    document.addEventListener('fullscreenchange', onChange);
    return () => document.removeEventListener('fullscreenchange', onChange);
  }, []);

  const leaveFull = () => {
    setFull(false);
    if (document.fullscreenElement !== null) void document.exitFullscreen();
  };
  return {
    page,
    /** The pages in sight: one, or the two that lie open. */
    open: spread && first + 1 < pageCount ? [first, first + 1] : [first],
    spread,
    toggleSpread: () => setSpread(!spread),
    atEnd: first + step >= pageCount,
    atStart: first === 0,
    zoom,
    full,
    show: setPage,
    turn: (by: 1 | -1) => {
      const next = first + by * step;
      if (next < pageCount) setPage(Math.max(0, next));
    },
    zoomBy: (by: 1 | -1) => setZoom(nextZoom(zoom, by)),
    toggleZoom: () => setZoom(zoom === 1 ? 2 : 1),
    leaveFull,
    toggleFull: () => {
      if (full) return leaveFull();
      setFull(true);
      // Refused by some tablets: the window is filled all the same.
      document.documentElement.requestFullscreen?.().catch(() => undefined);
    },
  };
}

export type StageView = ReturnType<typeof useStageView>;
