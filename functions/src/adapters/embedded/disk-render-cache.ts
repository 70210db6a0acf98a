import { createHash } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { RenderCache } from '@server/ports/files.ts';
import { nullWhenMissing, writeWhole } from './whole-file.ts';

const DIGEST_BYTES = 32;

function digest(bytes: Uint8Array | string): Buffer {
  return createHash('sha256').update(bytes).digest();
}

/**
 * Rendered pages in a folder that may be emptied at any time. Nothing here is made durable; a
 * digest before the bytes tells what a loss of power left torn, which then counts as missing.
 */
export async function openDiskRenderCache(folder: string): Promise<RenderCache> {
  const tempFolder = join(folder, 'unfinished');
  await rm(tempFolder, { recursive: true, force: true });
  const pathOf = (key: string) => {
    const name = digest(key).toString('hex');
    return join(folder, name.slice(0, 2), name);
  };

  return {
    get: async (key) => {
      const file = await readFile(pathOf(key)).catch(nullWhenMissing);
      if (file === null) return null;
      const bytes = file.subarray(DIGEST_BYTES);
      return digest(bytes).equals(file.subarray(0, DIGEST_BYTES)) ? bytes : null;
    },
    put: async (key, bytes) => {
      const path = pathOf(key);
      await mkdir(dirname(path), { recursive: true });
      await mkdir(tempFolder, { recursive: true });
      const file = Buffer.concat([digest(bytes), bytes]);
      await writeWhole(path, file, { tempFolder, durable: false });
    },
  };
}
