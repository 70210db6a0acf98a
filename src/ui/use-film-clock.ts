import { useEffect, useState } from 'react';

/** The time of a film: runs while it is played, stops at the end, begins anew after that. */
export function useFilmClock(durationMs: number) {
  const [atMs, setAtMs] = useState(0);
  const [playing, setPlaying] = useState(false);
  const [begun, setBegun] = useState(false);
  const [rate, setRate] = useState(1);
  const ended = atMs >= durationMs;

  useEffect(() => {
    if (!playing) return;
    let last: number | null = null;
    let frame = requestAnimationFrame(function tick(now) {
      const passed = last === null ? 0 : now - last;
      last = now;
      setAtMs((at) => Math.min(durationMs, at + passed * rate));
      frame = requestAnimationFrame(tick);
    });
    return () => cancelAnimationFrame(frame);
  }, [playing, rate, durationMs]);

  return {
    atMs: Math.min(atMs, durationMs),
    playing: playing && !ended,
    /** Somebody has played it or looked for a place in it. */
    begun,
    rate,
    toggle() {
      if (ended) setAtMs(0);
      setPlaying(ended || !playing);
      setBegun(true);
    },
    seek(ms: number) {
      setAtMs(ms);
      setBegun(true);
    },
    setRate,
  };
}
