import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import * as z from 'zod/mini';
import { BlobHash, EpochMs } from '@domain/kernel/ids.ts';

export const MANIFEST_NAME = 'manifest.json';
export const DATABASE_NAME = 'contest.db';
/** Apart from the rest by its name: with it and the database, every card can be printed. */
export const SECRET_KEY_NAME = 'SECRET-card.key';

/** Paths inside a backup are spelled with `/` and can lead nowhere else. */
const BackupPath = z.union([
  z.literal([DATABASE_NAME, SECRET_KEY_NAME]),
  z.string().check(z.regex(/^blobs\/[0-9a-f]{2}\/[0-9a-f]{64}$/)),
]);

export const BackupFile = z.object({
  path: BackupPath,
  sizeBytes: z.int().check(z.gte(0)),
  sha256: BlobHash,
});
export type BackupFile = z.infer<typeof BackupFile>;

/** Written last: a folder without it is no backup. */
export const Manifest = z.object({
  format: z.literal(1),
  madeAt: EpochMs,
  files: z.array(BackupFile),
});
export type Manifest = z.infer<typeof Manifest>;

/** Reads a file of any size through, without holding it. */
export async function measure(file: string): Promise<{ sizeBytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  await pipeline(createReadStream(file), async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) {
      hash.update(chunk);
      sizeBytes += chunk.length;
    }
  });
  return { sizeBytes, sha256: hash.digest('hex') };
}
