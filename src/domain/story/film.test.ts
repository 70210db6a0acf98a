import fc from 'fast-check';
import { expect, it } from 'vitest';
import { benchLog, benchStrokes } from '@tests/bench/strokes.ts';
import { goOn, line, TWO_PAGES } from '@tests/fixtures/drawn-story.ts';
import { storyLogs } from '@tests/fixtures/story-arbitraries.ts';
import { decodeFilm, encodeFilm } from './film-codec.ts';
import { MAX_FILM_MS, replayFilm } from './film.ts';
import { quarterX, quarterY } from './limits.ts';
import { pictureOf } from './picture.ts';
import { replay } from './story.ts';

const placement = {
  x: quarterX(100),
  y: quarterY(100),
  scale: 1000,
  rotation: 0,
  flip: false,
  behind: false,
};
const stamp = (asset: string) => ({ kind: 'stamp', asset, placement, opacity: 255 }) as const;

it('shows every step of ink and every object of the picture once, and nothing else', () => {
  fc.assert(
    fc.property(storyLogs, (events) => {
      const story = replay(events);
      const picture = pictureOf(story);
      const film = replayFilm(story);
      for (const [page, { ink, scene }] of picture.pages.entries()) {
        const beats = film.beats.filter((beat) => beat.page === page);
        const counts = beats.map((beat) => (beat.kind === 'ink' ? beat.count : 0));
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(ink.length);
        const objects = beats.flatMap((beat) => (beat.kind === 'object' ? beat.object : []));
        expect(objects.toSorted((a, b) => a - b)).toEqual(
          scene.objects.map(({ id }) => id).toSorted((a, b) => a - b),
        );
      }
      expect(film.durationMs).toBeLessThanOrEqual(MAX_FILM_MS);
      expect(decodeFilm(encodeFilm(film))).toEqual(film);
    }),
  );
});

it('tells nothing that was undone, dropped or put elsewhere', () => {
  let log = goOn(TWO_PAGES, line(1, 0xff0000));
  log = goOn(log, { kind: 'undo', target: log.length - 1 });
  log = goOn(
    log,
    { kind: 'object-put', pageId: 1, object: 9, item: stamp('ca-voi') },
    { kind: 'object-drop', pageId: 1, object: 9 },
    { kind: 'object-put', pageId: 1, object: 10, item: stamp('hai-dang') },
    { kind: 'object-put', pageId: 1, object: 10, item: stamp('thuyen') },
  );
  expect(replayFilm(replay(log)).beats).toEqual([
    { kind: 'ink', page: 0, count: 1, weight: expect.any(Number) },
    { kind: 'ink', page: 1, count: 1, weight: expect.any(Number) },
    { kind: 'object', page: 0, object: 10, weight: expect.any(Number) },
  ]);
});

it('follows the hand from page to page, and gives a copied page its beginning at once', () => {
  const log = goOn(
    TWO_PAGES,
    { kind: 'page-copy', pageId: 3, from: 1, index: 2 },
    line(2),
    line(3),
    line(1),
  );
  const { beats } = replayFilm(replay(log));
  expect(beats.map(({ page }) => page)).toEqual([0, 1, 1, 2, 2, 0]);
});

it('cuts idle time, however long a child was away', () => {
  const [short, long] = [0, 86_400_000].map((away) => {
    const log = benchLog(benchStrokes(20));
    const late = log.map((event, i) => (i > 10 ? { ...event, atMs: event.atMs + away } : event));
    return replayFilm(replay(late));
  });
  expect(long!.durationMs - short!.durationMs).toBeLessThan(400);
});

it('squeezes a day of drawing into half a minute', () => {
  const film = replayFilm(replay(benchLog(benchStrokes(2_000))));
  expect(film.durationMs).toBe(MAX_FILM_MS);
  expect(encodeFilm(film).length).toBeLessThan(4_000);
});
