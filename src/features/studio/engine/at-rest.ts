/** What a moment of rest must still have left for a piece of work, ms. */
const LEAST_REST_MS = 4;
/** Safari has no word for rest. */
const PAUSE_MS = 40;

function whenAtRest(work: (left: () => number) => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const id = requestIdleCallback((deadline) => work(() => deadline.timeRemaining()));
    return () => cancelIdleCallback(id);
  }
  const timer = setTimeout(() => {
    const until = performance.now() + LEAST_REST_MS * 2;
    work(() => until - performance.now());
  }, PAUSE_MS);
  return () => clearTimeout(timer);
}

/** Does pieces of work whenever the browser rests, until `piece` says that it is done. */
export function createRest(piece: () => boolean) {
  let cancel: (() => void) | null = null;
  const begin = () => {
    cancel ??= whenAtRest((left) => {
      cancel = null;
      let done = false;
      do done = piece();
      while (!done && left() > LEAST_REST_MS);
      if (!done) begin();
    });
  };
  return {
    begin,
    stop() {
      cancel?.();
      cancel = null;
    },
  };
}
