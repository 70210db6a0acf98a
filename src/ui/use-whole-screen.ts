import { type RefObject, useEffect, useState } from 'react';

/**
 * A part of the page over the whole glass: the browser's own full screen where there is one, and
 * over the window's whole area everywhere (`whole` says so to the style sheet). Escape ends it.
 */
export function useWholeScreen(part: RefObject<HTMLElement | null>) {
  const [whole, setWhole] = useState(false);

  useEffect(() => {
    if (!whole) return;
    const element = part.current;
    const ending = new AbortController();
    const { signal } = ending;
    // Refused by the browser (or unknown to it, as on iPhones), the window's area has to do.
    element?.requestFullscreen?.().catch(() => undefined);
    document.addEventListener(
      'fullscreenchange',
      () => document.fullscreenElement === null && setWhole(false),
      { signal },
    );
    window.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        setWhole(false);
      },
      { signal, capture: true },
    );
    return () => {
      ending.abort();
      if (document.fullscreenElement === element) void document.exitFullscreen();
    };
  }, [whole, part]);

  return { whole, setWhole };
}
