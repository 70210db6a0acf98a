import { randomBytes } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { CARD_KEY_BYTES } from './card-safe.ts';
import { nullWhenMissing, syncFolder, writeWhole } from './whole-file.ts';

/**
 * The key that seals the cards, from its file (`v1.` and base64url, readable by its owner only);
 * at the first run it is made. A file that holds no key is refused, never replaced: with the key
 * every printed card would be lost.
 */
export async function openCardKey(file: string): Promise<Uint8Array> {
  const text = await readFile(file, 'utf8').catch(nullWhenMissing);
  if (text === null) return makeCardKey(file);
  const key = Buffer.from(/^v1\.([A-Za-z0-9_-]{43})\s*$/.exec(text)?.[1] ?? '', 'base64url');
  if (key.length !== CARD_KEY_BYTES) throw new Error(`${file} holds no card key`);
  return key;
}

async function makeCardKey(file: string): Promise<Uint8Array> {
  const key = randomBytes(CARD_KEY_BYTES);
  const tempFolder = dirname(file);
  await mkdir(tempFolder, { recursive: true, mode: 0o700 });
  const text = Buffer.from(`v1.${key.toString('base64url')}\n`);
  await writeWhole(file, text, { tempFolder, durable: true });
  await syncFolder(tempFolder);
  return key;
}
