import { createHash } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { BlobHash } from '@domain/kernel/ids.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import type { Files } from '@server/ports/files.ts';
import { nullWhenMissing, sizeOf, syncFolder, writeWhole } from './whole-file.ts';

/** Where the blob lies, relative to the folder of the blobs: 256 shards by the first two digits. */
export function blobPath(hash: string): string {
  return join(BlobHash.parse(hash).slice(0, 2), hash);
}

/**
 * Blobs in a folder of one server. The shards are made at once and for good, so that a put has but
 * one folder to make durable; what an interrupted put left behind is swept away.
 */
export async function openDiskFiles(folder: string): Promise<Files> {
  const tempFolder = join(folder, 'unfinished');
  await rm(tempFolder, { recursive: true, force: true });
  await mkdir(tempFolder, { recursive: true });
  for (let shard = 0; shard < 256; shard += 1) {
    await mkdir(join(folder, shard.toString(16).padStart(2, '0')), { recursive: true });
  }
  await syncFolder(folder);
  await syncFolder(dirname(folder));
  const pathOf = (hash: string) => join(folder, blobPath(hash));

  return {
    put: async (hash, bytes) => {
      const found = createHash('sha256').update(bytes).digest('hex');
      if (found !== hash) throw refuse('blob.hash-differs');
      const path = pathOf(hash);
      if ((await sizeOf(path)) !== bytes.length) {
        await writeWhole(path, bytes, { tempFolder, durable: true });
      }
      // Also where it was there already: another put may have renamed it this very moment.
      await syncFolder(dirname(path));
    },
    get: (hash) => readFile(pathOf(hash)).catch(nullWhenMissing),
    has: async (hash) => (await sizeOf(pathOf(hash))) !== null,
    remove: (hash) => rm(pathOf(hash), { force: true }),
  };
}
