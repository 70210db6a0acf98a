import { constants } from 'node:fs';
import { copyFile, mkdir, open, readdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { nullWhenMissing } from '@server/adapters/embedded/whole-file.ts';

/** Files copied at once: enough to keep a disk busy, few enough for any limit of open files. */
const AT_ONCE = 8;

/** Copies to a path that must be free; on the disk when the promise resolves. */
export async function copyDurably(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  await copyFile(from, to, constants.COPYFILE_EXCL);
  await syncFile(to);
}

export async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** True for a folder that is not there, or has nothing in it. */
export async function isFree(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch(nullWhenMissing);
  return names === null || names.length === 0;
}

/** `work` for each item, a few at a time; results in the order of the items. */
export async function fewAtOnce<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let start = 0; start < items.length; start += AT_ONCE) {
    results.push(...(await Promise.all(items.slice(start, start + AT_ONCE).map(work))));
  }
  return results;
}
