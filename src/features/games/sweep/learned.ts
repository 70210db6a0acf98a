import type { SweepKind } from '@domain/games/decks.ts';
import type { Learned } from '../play/game-end.tsx';

/** What drifted by, with its group and source; what went wrong is marked. */
export function learnedFrom(
  kinds: readonly SweepKind[],
  met: readonly string[],
  missed: ReadonlySet<string>,
  locale: 'vi' | 'en',
): Learned[] {
  return kinds
    .filter(({ id }) => met.includes(id))
    .map(({ id, name, why, source }) => ({
      id,
      text: `${name[locale]}. ${why[locale]}`,
      source,
      known: !missed.has(id),
    }));
}
