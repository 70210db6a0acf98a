import { createHash } from 'node:crypto';
import type { getStorage } from 'firebase-admin/storage';
import { BlobHash } from '@domain/kernel/ids.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import type { Files, RenderCache } from '@server/ports/files.ts';

export type Bucket = ReturnType<ReturnType<typeof getStorage>['bucket']>;

const OCTETS = 'application/octet-stream';

function isStatus(error: unknown, status: number): boolean {
  return error instanceof Error && 'code' in error && error.code === status;
}

async function download(bucket: Bucket, name: string): Promise<Uint8Array | null> {
  const found = await bucket
    .file(name)
    .download()
    .catch((error: unknown) => {
      if (isStatus(error, 404)) return null;
      throw error;
    });
  return found?.[0] ?? null;
}

/** Blobs under `blobs/` of a bucket. Storage acknowledges an object once it is durable. */
export function storageFiles(bucket: Bucket): Files {
  const nameOf = (hash: string) => `blobs/${BlobHash.parse(hash)}`;
  return {
    put: async (hash, bytes) => {
      const found = createHash('sha256').update(bytes).digest('hex');
      if (found !== hash) throw refuse('blob.hash-differs');
      await bucket
        .file(nameOf(hash))
        .save(Buffer.from(bytes), {
          resumable: false,
          contentType: OCTETS,
          preconditionOpts: { ifGenerationMatch: 0 },
        })
        .catch((error: unknown) => {
          // It is there already, under a name that says what it holds.
          if (!isStatus(error, 412)) throw error;
        });
    },
    get: (hash) => download(bucket, nameOf(hash)),
    has: async (hash) => (await bucket.file(nameOf(hash)).exists())[0],
    remove: async (hash) => void (await bucket.file(nameOf(hash)).delete({ ignoreNotFound: true })),
  };
}

/** Rendered pages under `rendered/`, which a lifecycle rule of the bucket may empty. */
export function storageRenderCache(bucket: Bucket): RenderCache {
  const nameOf = (key: string) => `rendered/${createHash('sha256').update(key).digest('hex')}`;
  return {
    get: (key) => download(bucket, nameOf(key)),
    put: async (key, bytes) => {
      const options = { resumable: false, contentType: OCTETS };
      await bucket.file(nameOf(key)).save(Buffer.from(bytes), options);
    },
  };
}
