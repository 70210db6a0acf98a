/** Held by every tab in which a story is being drawn: no new version takes over meanwhile. */
export const DRAWING_LOCK = 'bien-dao-drawing';

/** What a page says to the service worker. */
export type Word =
  /** Files this page was made of: kept for when there is no network. */
  | { readonly say: 'keep'; readonly files: readonly string[] }
  /** Nothing is drawn here any more: a waiting version may take over. */
  | { readonly say: 'put-down' };
