import type { HarbourView } from '@contract/pupil.ts';

/** The stops from Đền Hùng to the islands, in order. */
export const STOPS = ['harbour', 'drawing', 'pages', 'submitted', 'published'] as const;
export type Stop = (typeof STOPS)[number];

/**
 * The farthest stop the boat has reached. Whoever sees the harbour is at its first stop; a
 * submitted story has passed those before, and only a submitted one sails on to publication.
 */
export function reachedStop({ entry, edition }: Pick<HarbourView, 'entry' | 'edition'>): Stop {
  if (entry === null) return 'harbour';
  if (entry.state === 'submitted') {
    return edition.phase === 'published' ? 'published' : 'submitted';
  }
  if (entry.pageCount >= edition.minPages) return 'pages';
  return entry.savedAt === null ? 'harbour' : 'drawing';
}
