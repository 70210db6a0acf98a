import { randomBytes } from 'node:crypto';
import { open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Writes a file that is either there in full or not at all: under a name of its own in `tempFolder`
 * (on the same disk) first, then renamed. With `durable` it is on the disk when the promise
 * resolves. Whoever finds a file of that size there already has succeeded.
 */
export async function writeWhole(
  path: string,
  bytes: Uint8Array,
  { tempFolder, durable }: { readonly tempFolder: string; readonly durable: boolean },
): Promise<void> {
  const temp = join(tempFolder, randomBytes(12).toString('hex'));
  const file = await open(temp, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    if (durable) await file.sync();
  } finally {
    await file.close();
  }
  try {
    await rename(temp, path);
  } catch (error) {
    await rm(temp, { force: true });
    // Windows refuses to rename onto a file that somebody reads just now: then it is there.
    if ((await sizeOf(path)) !== bytes.length) throw error;
  }
}

/** Size in bytes, or null when there is no such file. */
export async function sizeOf(path: string): Promise<number | null> {
  const found = await stat(path).catch(nullWhenMissing);
  return found?.size ?? null;
}

/** For `.catch`: a missing file is null, every other fault goes on. */
export function nullWhenMissing(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}

/** Makes the names in a folder durable. Windows keeps them by itself and refuses to be asked. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
