import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { placedTurns, type ToldView, toldMs, turnAt } from '@domain/story/told.ts';

/** What is left of a turn when the next may begin, s: players report the place four times a second. */
const NEARLY = 0.05;

/**
 * Plays a telling turn by turn on one audio element and asks for the page of each turn. A page that
 * was turned by hand moves the sound to where that page is told first.
 */
export function useToldPlayback({
  told,
  srcOf,
  page,
  onPage,
}: {
  told: ToldView;
  srcOf: (recording: number) => string;
  /** The page that is shown, counted from 0. */
  page: number;
  onPage: (page: number) => void;
}): {
  audio: RefObject<HTMLAudioElement | null>;
  playing: boolean;
  failed: boolean;
  atMs: number;
  totalMs: number;
  rate: number;
  toggle: () => void;
  seek: (ms: number) => void;
  setRate: (rate: number) => void;
} {
  const turns = useMemo(() => placedTurns(told), [told]);
  const totalMs = toldMs(told);
  const audio = useRef<HTMLAudioElement | null>(null);
  const at = useRef(0);
  /** The page that this telling last asked for: any other was turned by hand. */
  const asked = useRef<number | null>(null);
  const [playing, setPlaying] = useState(false);
  const [failed, setFailed] = useState(false);
  const [atMs, setAtMs] = useState(0);
  const [rate, setRate] = useState(1);

  const go = useCallback(
    (index: number, offsetMs: number, play: boolean) => {
      const [turn, element] = [turns[index], audio.current];
      if (turn === undefined || element === null) return;
      at.current = index;
      setFailed(false);
      setAtMs(turn.startMs + offsetMs);
      const src = new URL(srcOf(turn.recording), window.location.href).href;
      const place = (turn.fromMs + offsetMs) / 1000;
      if (element.src !== src) {
        element.src = src;
        element.load();
      }
      // Kept by the element until it knows the file.
      element.currentTime = place;
      element.playbackRate = rate;
      asked.current = turn.page - 1;
      onPage(turn.page - 1);
      if (play) element.play().catch(() => setPlaying(false));
    },
    [turns, srcOf, onPage, rate],
  );

  const seek = (ms: number) => {
    const index = turnAt(turns, Math.min(ms, Math.max(0, totalMs - 1)));
    const turn = turns[index];
    if (turn !== undefined) go(index, ms - turn.startMs, playing);
  };

  const toggle = () => {
    if (playing) {
      audio.current?.pause();
      return;
    }
    setPlaying(true);
    const ended = atMs >= totalMs - NEARLY * 1000;
    const index = ended ? 0 : turnAt(turns, atMs);
    go(index, ended ? 0 : atMs - (turns[index]?.startMs ?? 0), true);
  };

  useEffect(() => {
    const element = audio.current;
    if (element === null) return;
    const further = () => {
      const next = at.current + 1;
      if (next < turns.length) {
        go(next, 0, true);
        return;
      }
      element.pause();
      setPlaying(false);
      setAtMs(totalMs);
    };
    const ending = new AbortController();
    const { signal } = ending;
    element.addEventListener(
      'timeupdate',
      () => {
        const turn = turns[at.current];
        if (turn === undefined || element.paused) return;
        setAtMs(turn.startMs + Math.max(0, element.currentTime * 1000 - turn.fromMs));
        if (element.currentTime >= turn.toMs / 1000 - NEARLY && !element.ended) further();
      },
      { signal },
    );
    element.addEventListener('ended', further, { signal });
    // Also by a headset's button. At the end of a turn the next one follows.
    element.addEventListener('pause', () => element.ended || setPlaying(false), { signal });
    element.addEventListener(
      'error',
      () => {
        if (element.getAttribute('src') === null) return;
        setFailed(true);
        setPlaying(false);
      },
      { signal },
    );
    return () => ending.abort();
  }, [turns, go, totalMs]);

  useEffect(() => {
    if (audio.current !== null) audio.current.playbackRate = rate;
  }, [rate]);

  useEffect(() => {
    if (asked.current === page) return;
    asked.current = page;
    const index = turns.findIndex((turn) => turn.page === page + 1);
    if (index < 0) audio.current?.pause();
    else go(index, 0, playing);
  }, [page, turns, go, playing]);

  return { audio, playing, failed, atMs, totalMs, rate, toggle, seek, setRate };
}
