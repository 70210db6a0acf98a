import { join } from 'node:path';

/** Where a single machine keeps what, in its data folder. */
export type DataFolder = {
  readonly root: string;
  readonly database: string;
  readonly blobs: string;
  /** May be emptied at any time. */
  readonly rendered: string;
  readonly cardKey: string;
};

export function dataFolder(root: string): DataFolder {
  return {
    root,
    database: join(root, 'contest.db'),
    blobs: join(root, 'blobs'),
    rendered: join(root, 'rendered'),
    cardKey: join(root, 'keys', 'card.key'),
  };
}
