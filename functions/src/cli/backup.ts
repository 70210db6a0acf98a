import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { dataFolder } from '@server/adapters/embedded/data-folder.ts';
import { blobPath } from '@server/adapters/embedded/disk-files.ts';
import { sizeOf, syncFolder, writeWhole } from '@server/adapters/embedded/whole-file.ts';
import type { Clock } from '@server/ports/clock.ts';
import { copyDatabase } from '@server/store/sqlite/copy-database.ts';
import { copyDurably, fewAtOnce, isFree, syncFile } from './durable-copy.ts';
import {
  type BackupFile,
  DATABASE_NAME,
  type Manifest,
  MANIFEST_NAME,
  measure,
  SECRET_KEY_NAME,
} from './manifest.ts';
import { problem } from './problem.ts';

export type BackupReport = {
  readonly fileCount: number;
  readonly sizeBytes: number;
  /** Blobs that the data folder has lost or holds damaged: the rest is backed up nevertheless. */
  readonly lost: readonly string[];
};

/**
 * Copies a contest that may be running into an empty folder: the database as it is at one moment,
 * then every blob it speaks of (blobs are never changed), the card key under a name of its own, and
 * last the manifest with the SHA-256 of everything. Problems: no contest there, folder not empty.
 */
export async function backup(
  data: string,
  target: string,
  { clock }: { readonly clock: Clock },
): Promise<BackupReport> {
  const source = dataFolder(data);
  if ((await sizeOf(source.database)) === null) throw problem('cli.noContest', { folder: data });
  if (!(await isFree(target))) throw problem('cli.folderNotEmpty', { folder: target });
  await mkdir(target, { recursive: true, mode: 0o700 });

  const hashes = await copyDatabase(source.database, join(target, DATABASE_NAME));
  await syncFile(join(target, DATABASE_NAME));
  const files: BackupFile[] = [await entryOf(target, DATABASE_NAME)];
  if ((await sizeOf(source.cardKey)) !== null) {
    await copyDurably(source.cardKey, join(target, SECRET_KEY_NAME));
    files.push(await entryOf(target, SECRET_KEY_NAME));
  }

  const lost: string[] = [];
  const blobs = await fewAtOnce(hashes, async (hash) => {
    const from = join(source.blobs, blobPath(hash));
    if ((await sizeOf(from)) === null) {
      lost.push(hash);
      return null;
    }
    const path = `blobs/${hash.slice(0, 2)}/${hash}`;
    await copyDurably(from, join(target, path));
    const entry = await entryOf(target, path);
    if (entry.sha256 !== hash) lost.push(hash);
    return entry;
  });
  files.push(...blobs.filter((entry) => entry !== null));

  const manifest: Manifest = { format: 1, madeAt: clock.now(), files };
  const text = Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`);
  await writeWhole(join(target, MANIFEST_NAME), text, { tempFolder: target, durable: true });
  await syncFolder(target);
  const sizeBytes = files.reduce((total, file) => total + file.sizeBytes, 0);
  return { fileCount: files.length, sizeBytes, lost };
}

async function entryOf(target: string, path: string): Promise<BackupFile> {
  return { path, ...(await measure(join(target, path))) };
}
