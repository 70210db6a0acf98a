import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { storyLogs } from '@tests/fixtures/story-arbitraries.ts';
import { threadFilm } from './film-frames.ts';
import { type Film, MAX_FILM_MS, replayFilm } from './film.ts';
import { pictureOf } from './picture.ts';
import { replay } from './story.ts';

const FILM: Film = {
  durationMs: 1_000,
  beats: [
    { kind: 'background', page: 0, weight: 1 },
    { kind: 'ink', page: 0, count: 1, weight: 4 },
    { kind: 'ink', page: 1, count: 3, weight: 2 },
    { kind: 'object', page: 0, object: 7, weight: 1 },
    { kind: 'ink', page: 0, count: 1, weight: 2 },
  ],
};

describe('a film threaded', () => {
  it('shows what had come by a moment, and how far the stroke under way is', () => {
    const reel = threadFilm(FILM);
    expect(reel.at(0)).toMatchObject({ page: 0, ink: 0, background: false, part: 0 });
    expect(reel.at(300)).toMatchObject({ page: 0, ink: 0, background: true, part: 0.5 });
    // What comes all at once has no part.
    expect(reel.at(600)).toMatchObject({ page: 1, ink: 0, part: 0 });
    expect(reel.at(900)).toMatchObject({ page: 0, ink: 1, part: 0.5, objects: new Set([7]) });
    expect(reel.at(1_000)).toMatchObject({ page: 0, ink: 2, part: 0 });
  });

  it('shows one page alone', () => {
    const reel = threadFilm(FILM, 1);
    expect(reel.at(reel.durationMs)).toMatchObject({ page: 1, ink: 3 });
    expect(threadFilm(FILM, 5).durationMs).toBe(0);
    expect(threadFilm(FILM, 5).at(0)).toMatchObject({ page: 5, ink: 0 });
  });

  it('ends each page with the whole of it, never shows more, and never lasts too long', () => {
    fc.assert(
      fc.property(storyLogs, fc.integer({ min: 0, max: 40_000 }), (events, moment) => {
        const story = replay(events);
        const { pages } = pictureOf(story);
        const film = replayFilm(story);
        const whole = threadFilm(film);
        expect(whole.durationMs).toBeLessThanOrEqual(MAX_FILM_MS);
        const seen = whole.at(moment);
        const looked = pages[seen.page];
        expect(seen.ink).toBeLessThanOrEqual(looked?.ink.length ?? 0);
        for (const [number, { ink, scene }] of pages.entries()) {
          const reel = threadFilm(film, number);
          expect(reel.durationMs).toBeLessThanOrEqual(MAX_FILM_MS);
          const last = reel.at(reel.durationMs);
          expect(last).toMatchObject({ page: number, ink: ink.length, part: 0 });
          expect(last.objects.size).toBe(scene.objects.length);
          expect(last.background).toBe(scene.background !== null);
          expect(last.panels).toBe(scene.panels !== 0);
        }
      }),
      { numRuns: 60 },
    );
  });
});
