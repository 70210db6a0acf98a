import { mkdir, mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeFiles, describeRenderCache, hashOf } from '@tests/contracts/files-contract.ts';
import { memoryFiles, memoryRenderCache } from '@tests/fixtures/memory-files.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { blobPath, openDiskFiles } from './disk-files.ts';
import { openDiskRenderCache } from './disk-render-cache.ts';

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});
async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'contest-files-'));
  folders.push(folder);
  return folder;
}

describeFiles('memory', async () => memoryFiles());
describeFiles('disk', async () => openDiskFiles(join(await freshFolder(), 'blobs')));
describeRenderCache('memory', async () => memoryRenderCache());
describeRenderCache('disk', async () => openDiskRenderCache(join(await freshFolder(), 'rendered')));

describe('files on disk', () => {
  const bytes = new Uint8Array([5, 6, 7]);
  const hash = hashOf(bytes);

  it('are found again by the next server, which sweeps up what was left unfinished', async () => {
    const folder = await freshFolder();
    await (await openDiskFiles(folder)).put(hash, bytes);
    await writeFile(join(folder, 'unfinished', 'torn'), 'x');
    const reopened = await openDiskFiles(folder);
    expect(await reopened.has(hash)).toBe(true);
    expect(await readdir(join(folder, 'unfinished'))).toEqual([]);
  });

  it('are mended by being sent again when a fault cut them short', async () => {
    const folder = await freshFolder();
    const files = await openDiskFiles(folder);
    await files.put(hash, bytes);
    await truncate(join(folder, blobPath(hash)), 1);
    await files.put(hash, bytes);
    expect(new Uint8Array((await files.get(hash)) ?? [])).toEqual(bytes);
  });

  it('leave nothing behind when the system refuses to put them in place', async () => {
    const folder = await freshFolder();
    const files = await openDiskFiles(folder);
    // A folder lies where the file belongs.
    await mkdir(join(folder, blobPath(hash)));
    await expect(files.put(hash, bytes)).rejects.toThrow();
    expect(await readdir(join(folder, 'unfinished'))).toEqual([]);
  });

  it('are asked for by a hash and nothing else', async () => {
    const files = await openDiskFiles(await freshFolder());
    await expect(async () => files.get('../../etc/passwd')).rejects.toThrow();
  });
});

describe('the render cache on disk', () => {
  it('counts a torn file as missing, and may be emptied at any time', async () => {
    const folder = join(await freshFolder(), 'rendered');
    const cache = await openDiskRenderCache(folder);
    await cache.put('page', new Uint8Array([1, 2, 3]));
    const [shard = ''] = (await readdir(folder)).filter((name) => name !== 'unfinished');
    const [name = ''] = await readdir(join(folder, shard));
    await truncate(join(folder, shard, name), 34);
    expect(await cache.get('page')).toBeNull();

    await rm(folder, { recursive: true });
    expect(await cache.get('page')).toBeNull();
    await cache.put('page', new Uint8Array([4]));
    expect(new Uint8Array((await cache.get('page')) ?? [])).toEqual(new Uint8Array([4]));
  });
});
