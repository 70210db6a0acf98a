import { type InkStep, isInk, type PageStep } from './event.ts';
import type { Scene } from './scene.ts';
import { pagesInOrder, sceneOf, stepsOf, type Story, type StoryPage } from './story.ts';

/** What one page shows. */
export interface PageLook {
  /** Oldest first. */
  readonly ink: readonly InkStep[];
  readonly scene: Scene;
}

export interface PicturePage extends PageLook {
  readonly caption: string;
  readonly alt: string;
}

/** What a story shows, without how it came to be: no times, nothing undone, no removed pages. */
export interface Picture {
  readonly title: string;
  readonly pages: readonly PicturePage[];
}

type Bare = {
  readonly [Kind in InkStep['kind']]: (step: Extract<InkStep, { kind: Kind }>) => InkStep;
};

// Field by field: what an event carries besides must not reach the picture.
const BARE: Bare = {
  stroke: ({ kind, tool, colour, size, opacity, layer, symmetry, seed, x, y, pressure }) => ({
    kind,
    tool,
    colour,
    size,
    opacity,
    layer,
    symmetry,
    seed,
    x,
    y,
    pressure,
  }),
  erase: ({ kind, size, layer, symmetry, x, y, pressure }) => ({
    kind,
    size,
    layer,
    symmetry,
    x,
    y,
    pressure,
  }),
  fill: ({ kind, layer, colour, opacity, mask }) => ({ kind, layer, colour, opacity, mask }),
  shape: (step) => {
    const { kind, shape, x0, y0, x1, y1, colour, fillColour, size, opacity, layer, symmetry } =
      step;
    return { kind, shape, x0, y0, x1, y1, colour, fillColour, size, opacity, layer, symmetry };
  },
  lift: ({ kind, layer, outline, matrix, copy }) => ({ kind, layer, outline, matrix, copy }),
};

function bare(step: InkStep): InkStep {
  return (BARE[step.kind] as (withMore: InkStep) => InkStep)(step);
}

function inkOf(steps: readonly PageStep[]): readonly InkStep[] {
  return steps.filter(isInk).map(bare);
}

export function pictureOf(story: Story): Picture {
  return { title: story.title, pages: pagesInOrder(story).map(pageLook) };
}

/** One page as its picture shows it. */
export function pageLook(page: StoryPage): PicturePage {
  const { caption, alt } = page;
  return { caption, alt, ink: inkOf(stepsOf(page)), scene: sceneOf(page) };
}
