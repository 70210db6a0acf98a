import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dataFolder } from '@server/adapters/embedded/data-folder.ts';
import { nullWhenMissing, sizeOf, syncFolder } from '@server/adapters/embedded/whole-file.ts';
import { copyDurably, fewAtOnce, isFree } from './durable-copy.ts';
import {
  type BackupFile,
  DATABASE_NAME,
  Manifest,
  MANIFEST_NAME,
  measure,
  SECRET_KEY_NAME,
} from './manifest.ts';
import { problem } from './problem.ts';

export type RestoreReport = { readonly fileCount: number; readonly madeAt: number };

/**
 * Puts a backup into an empty data folder. Every file is verified before the first is copied, and
 * the database comes last: a restore that was cut short leaves a folder without a contest.
 * Problems: no backup there, a file missing or damaged (named), data folder not empty.
 */
export async function restore(from: string, data: string): Promise<RestoreReport> {
  const manifest = await readManifest(from);
  if (!(await isFree(data))) throw problem('cli.folderNotEmpty', { folder: data });
  await fewAtOnce(manifest.files, (file) => verify(from, file));

  const isDatabase = (file: BackupFile) => file.path === DATABASE_NAME;
  await fewAtOnce(
    manifest.files.filter((file) => !isDatabase(file)),
    (file) => copyDurably(join(from, file.path), placeOf(data, file)),
  );
  for (const file of manifest.files.filter(isDatabase)) {
    await copyDurably(join(from, file.path), placeOf(data, file));
  }
  await syncFolder(data);
  return { fileCount: manifest.files.length, madeAt: manifest.madeAt };
}

async function readManifest(from: string): Promise<Manifest> {
  const text = await readFile(join(from, MANIFEST_NAME), 'utf8').catch(nullWhenMissing);
  if (text === null) throw problem('cli.noBackup', { folder: from });
  const parsed = Manifest.safeParse(parseJson(text));
  const whole = parsed.data?.files.some((file) => file.path === DATABASE_NAME) ?? false;
  if (!parsed.success || !whole) throw problem('cli.fileDamaged', { file: MANIFEST_NAME });
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw problem('cli.fileDamaged', { file: MANIFEST_NAME });
  }
}

async function verify(from: string, expected: BackupFile): Promise<void> {
  const file = expected.path;
  if ((await sizeOf(join(from, file))) === null) throw problem('cli.fileMissing', { file });
  const found = await measure(join(from, file));
  if (found.sha256 !== expected.sha256) throw problem('cli.fileDamaged', { file });
}

function placeOf(data: string, { path }: BackupFile): string {
  const folder = dataFolder(data);
  if (path === DATABASE_NAME) return folder.database;
  if (path === SECRET_KEY_NAME) return folder.cardKey;
  return join(folder.blobs, path.slice('blobs/'.length));
}
