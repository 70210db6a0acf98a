import * as z from 'zod/mini';
import stories from '@content/demo/stories.json' with { type: 'json' };
import { integerBetween, pick, type Random, randomFrom, shuffled } from '@domain/kernel/random.ts';
import type { StoryEvent } from '@domain/story/event.ts';
import { MAX_CAPTION_CHARS, MAX_TITLE_CHARS } from '@domain/story/limits.ts';
import { tidyText } from '@domain/story/text.ts';
import { openLog, randomStyle, takeUpPen } from './hand.ts';
import { type SceneName, SCENES } from './scenes.ts';

const MIN_PAGES = 2;
const MAX_PAGES = 6;

const storyPlots = z.array(
  z.object({
    titles: z.array(z.string()).check(z.minLength(1)),
    pages: z
      .array(
        z.object({
          scene: z.enum(Object.keys(SCENES) as [SceneName, ...SceneName[]]),
          captions: z.array(z.string()).check(z.minLength(1)),
        }),
      )
      .check(z.minLength(MIN_PAGES)),
  }),
);

const PLOTS = storyPlots.parse(stories.plots);

/** Some of a plot's pages in their order; the first sets the scene and stays. */
function chosenPages<Page>(random: Random, pages: readonly Page[]): readonly Page[] {
  const count = integerBetween(random, MIN_PAGES, Math.min(MAX_PAGES, pages.length));
  const [, ...later] = pages.keys();
  const kept = new Set(shuffled(random, later).slice(0, count - 1));
  return pages.filter((_, i) => i === 0 || kept.has(i));
}

/**
 * The log of an invented picture story: 2 to 6 drawn pages with title and captions, the same for the
 * same seed. Consecutive seeds go through the plots in turn, so that neighbours differ.
 */
export function drawDemoStory(seed: number): readonly StoryEvent[] {
  const random = randomFrom(seed * 7919 + 17);
  const plot = PLOTS[Math.abs(Math.trunc(seed)) % PLOTS.length]!;
  const style = randomStyle(random);
  const log = openLog();
  for (const [index, page] of chosenPages(random, plot.pages).entries()) {
    const pageId = index + 1;
    log.record({ kind: 'page-add', pageId, index }, integerBetween(random, 800, 4_000));
    SCENES[page.scene](takeUpPen(log, pageId, random, style));
    const text = tidyText(pick(random, page.captions), MAX_CAPTION_CHARS);
    log.record({ kind: 'caption-set', pageId, text }, integerBetween(random, 15_000, 60_000));
  }
  const title = tidyText(pick(random, plot.titles), MAX_TITLE_CHARS);
  log.record({ kind: 'title-set', text: title }, integerBetween(random, 5_000, 20_000));
  return log.events;
}
