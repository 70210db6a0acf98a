import type { Key } from '@i18n/keys.ts';

/**
 * A beginning for a story: a question, never an answer. Picture, scene and the sourced fact beside it
 * are the drawn pack's.
 */
export type Idea = {
  readonly id: string;
  /** The drawing of the pack that stands for it, whose fact is told. */
  readonly picture: string;
  /** The scene of the pack that it may begin with. */
  readonly scene: string;
  readonly title: Key;
  readonly question: Key;
};

const idea = <Name extends string>(id: Name, picture: string, scene: string) => ({
  id,
  picture,
  scene,
  title: `storyboard.idea.${id}` as const,
  question: `storyboard.idea.${id}.question` as const,
});

export const IDEAS: readonly Idea[] = [
  idea('harbour', 'fishing-boat', 'bg-fishing-dawn'),
  idea('keeper', 'lighthouse', 'bg-lighthouse-island'),
  idea('turtle', 'sea-turtle', 'bg-beach'),
  idea('platform', 'dk1-platform', 'bg-open-sea'),
  idea('letter', 'navy-sailor', 'bg-school-yard'),
  idea('coracle', 'coracle', 'bg-storm'),
  idea('reef', 'clownfish', 'bg-reef'),
  idea('clean', 'litter-basket', 'bg-mangrove'),
  idea('ancestors', 'feast-boat', 'bg-harbour'),
  idea('melon', 'watermelon', 'bg-open-sea'),
  idea('river', 'paper-boat', 'bg-red-river'),
  idea('salt', 'salt-pile', 'bg-salt-field'),
];
