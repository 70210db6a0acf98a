import { createHash } from 'node:crypto';
import type { Files, RenderCache } from '@server/ports/files.ts';
import { describe, expect, it } from 'vitest';

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** What every adapter of Files keeps to. `open` gives an empty one. */
export function describeFiles(name: string, open: () => Promise<Files>): void {
  describe(`files: ${name}`, () => {
    const bytes = new Uint8Array([0, 1, 2, 255, 0]);
    const hash = hashOf(bytes);

    it('gives back the bytes that were put, of any length', async () => {
      const files = await open();
      for (const length of [0, 1, 300_000]) {
        const sent = new Uint8Array(length).map((_, i) => i * 7);
        await files.put(hashOf(sent), sent);
        expect(Buffer.from((await files.get(hashOf(sent))) ?? [9]).equals(sent)).toBe(true);
      }
    });

    it('says that it has a file only once it was put', async () => {
      const files = await open();
      expect(await files.has(hash)).toBe(false);
      expect(await files.get(hash)).toBeNull();
      await files.put(hash, bytes);
      expect(await files.has(hash)).toBe(true);
    });

    it('takes the same file again, also many times at once', async () => {
      const files = await open();
      await Promise.all(Array.from({ length: 12 }, () => files.put(hash, bytes)));
      await files.put(hash, bytes);
      expect(new Uint8Array((await files.get(hash)) ?? [])).toEqual(bytes);
    });

    it('refuses bytes under a name that is not theirs', async () => {
      const files = await open();
      const other = hashOf(new Uint8Array([7]));
      await expect(files.put(other, bytes)).rejects.toMatchObject({ code: 'blob.hash-differs' });
      expect(await files.has(other)).toBe(false);
    });

    it('forgets a file that is removed, takes it again, and removes nothing without harm', async () => {
      const files = await open();
      await files.remove(hash);
      await files.put(hash, bytes);
      await files.remove(hash);
      expect(await files.has(hash)).toBe(false);
      expect(await files.get(hash)).toBeNull();
      await files.put(hash, bytes);
      expect(await files.has(hash)).toBe(true);
    });

    it('is not changed by what becomes of the bytes afterwards', async () => {
      const files = await open();
      const sent = bytes.slice();
      await files.put(hash, sent);
      sent.fill(9);
      expect(new Uint8Array((await files.get(hash)) ?? [])).toEqual(bytes);
    });
  });
}

/** What every adapter of RenderCache keeps to. */
export function describeRenderCache(name: string, open: () => Promise<RenderCache>): void {
  describe(`render cache: ${name}`, () => {
    it('gives back what was put last under a key, whatever the key', async () => {
      const cache = await open();
      expect(await cache.get('a/../b:1')).toBeNull();
      await cache.put('a/../b:1', new Uint8Array([1]));
      await cache.put('a/../b:1', new Uint8Array([2, 3]));
      await cache.put('A/../B:1', new Uint8Array([4]));
      expect(new Uint8Array((await cache.get('a/../b:1')) ?? [])).toEqual(new Uint8Array([2, 3]));
    });
  });
}
