import { appendFile, mkdtemp, readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataFolder } from '@server/adapters/embedded/data-folder.ts';
import { blobPath, openDiskFiles } from '@server/adapters/embedded/disk-files.ts';
import { openCardKey } from '@server/adapters/embedded/card-key-file.ts';
import { type OpenDatabase, openDatabase } from '@server/store/database.ts';
import { migrate } from '@server/store/migrate.ts';
import { hashOf } from '@tests/contracts/files-contract.ts';
import { clockAt } from '@tests/fixtures/memory-machine.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backup } from './backup.ts';
import { restore } from './restore.ts';

const clock = clockAt(Date.UTC(2027, 3, 15));
const blobs = [1, 2, 3].map((seed) => new Uint8Array(1000 * seed).fill(seed));

let root = '';
let data = '';
let target = '';
let running: OpenDatabase;

async function addBlob(bytes: Uint8Array): Promise<void> {
  await running.db
    .insertInto('blob')
    .values({
      hash: hashOf(bytes),
      size_bytes: bytes.length,
      media_type: 'application/octet-stream',
      created_at: 1,
    })
    .execute();
}

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'contest-backup-'));
  data = join(root, 'data');
  target = join(root, 'backup');
  const folder = dataFolder(data);
  await openCardKey(folder.cardKey);
  const files = await openDiskFiles(folder.blobs);
  // Left open as by a running server: what was written last is still in the write-ahead log.
  running = await openDatabase({ kind: 'sqlite', file: folder.database });
  await migrate(running);
  for (const bytes of blobs) {
    await files.put(hashOf(bytes), bytes);
    await addBlob(bytes);
  }
});
afterEach(async () => {
  await running.close();
  await rm(root, { recursive: true, force: true });
});

describe('a backup', () => {
  it('of a running contest is restored to the same database, blobs and key', async () => {
    const report = await backup(data, target, { clock });
    expect(report).toMatchObject({ fileCount: 5, lost: [] });

    const again = join(root, 'again');
    expect(await restore(target, again)).toEqual({ fileCount: 5, madeAt: clock.now() });

    const folder = dataFolder(again);
    expect(await readFile(folder.cardKey)).toEqual(await readFile(dataFolder(data).cardKey));
    const files = await openDiskFiles(folder.blobs);
    for (const bytes of blobs) {
      expect(new Uint8Array((await files.get(hashOf(bytes))) ?? [])).toEqual(bytes);
    }
    const reopened = await openDatabase({ kind: 'sqlite', file: folder.database });
    expect(await migrate(reopened)).toEqual([]);
    const rows = await reopened.db.selectFrom('blob').select('hash').orderBy('hash').execute();
    expect(rows.map(({ hash }) => hash)).toEqual(blobs.map(hashOf).toSorted());
    await reopened.close();
  });

  it('keeps the card key under a name that says what it is', async () => {
    await backup(data, target, { clock });
    expect((await readdir(target)).toSorted()).toEqual([
      'SECRET-card.key',
      'blobs',
      'contest.db',
      'manifest.json',
    ]);
  });

  it('says which blobs the data folder has lost, and keeps the others', async () => {
    const [missing, damaged] = blobs.map(hashOf) as [string, string];
    await rm(join(dataFolder(data).blobs, blobPath(missing)));
    await writeFile(join(dataFolder(data).blobs, blobPath(damaged)), 'bad sector');
    const report = await backup(data, target, { clock });
    expect(report.lost.toSorted()).toEqual([missing, damaged].toSorted());
    expect(await restore(target, join(root, 'again'))).toMatchObject({ fileCount: 4 });
  });

  it('leaves a folder alone that has anything in it', async () => {
    await backup(data, target, { clock });
    const before = await readFile(join(target, 'manifest.json'), 'utf8');
    await expect(backup(data, target, { clock })).rejects.toMatchObject({
      key: 'cli.folderNotEmpty',
    });
    expect(await readFile(join(target, 'manifest.json'), 'utf8')).toBe(before);
  });

  it('is not made of a folder without a contest, nor makes one there', async () => {
    const empty = join(root, 'empty');
    await expect(backup(empty, target, { clock })).rejects.toMatchObject({ key: 'cli.noContest' });
    expect(await readdir(root)).toEqual(['data']);
  });
});

describe('restoring', () => {
  const again = () => join(root, 'again');
  const somewhere = () => join('blobs', blobPath(hashOf(blobs[1]!)));

  beforeEach(() => backup(data, target, { clock }));

  async function isRefused(key: string, file?: string): Promise<void> {
    const values = file === undefined ? { folder: target } : { file };
    await expect(restore(target, again())).rejects.toMatchObject({ key, values });
    await expect(readdir(again())).rejects.toMatchObject({ code: 'ENOENT' });
  }

  it.each(['contest.db', 'SECRET-card.key'])('is refused when %s is damaged', async (file) => {
    await appendFile(join(target, file), 'x');
    await isRefused('cli.fileDamaged', file);
  });

  it('is refused when one byte of a blob has changed, before anything is copied', async () => {
    const bytes = blobs[1]!.slice();
    bytes[500] = 99;
    await writeFile(join(target, somewhere()), bytes);
    await isRefused('cli.fileDamaged', somewhere().replaceAll('\\', '/'));
  });

  it('is refused when a file is missing, which is named', async () => {
    await rm(join(target, somewhere()));
    await isRefused('cli.fileMissing', somewhere().replaceAll('\\', '/'));
  });

  it('is refused without a whole manifest: the backup was cut short', async () => {
    const manifest = join(target, 'manifest.json');
    await truncate(manifest, 100);
    await isRefused('cli.fileDamaged', 'manifest.json');
    await rm(manifest);
    await isRefused('cli.noBackup');
  });

  it('is refused when the manifest leads out of the backup', async () => {
    const manifest = join(target, 'manifest.json');
    const text = await readFile(manifest, 'utf8');
    await writeFile(manifest, text.replace('SECRET-card.key', '../data/keys/card.key'));
    await isRefused('cli.fileDamaged', 'manifest.json');
  });

  it('leaves a folder alone that has anything in it', async () => {
    await expect(restore(target, data)).rejects.toMatchObject({ key: 'cli.folderNotEmpty' });
  });
});
