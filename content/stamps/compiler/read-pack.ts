import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePack, type ArtPack } from '../../../src/domain/story/art/pack.ts';
import type { VectorArt } from '../../../src/domain/story/art/vector-art.ts';
import { compileSvg } from './compile-svg.ts';

export const STAMPS = join(import.meta.dirname, '..');

export type CompiledPack = { readonly pack: ArtPack; readonly art: readonly VectorArt[] };

/** pack.json and every drawing it names, compiled. Throws when either lacks the other. */
export function readPack(folder = STAMPS): CompiledPack {
  const text = readFileSync(join(folder, 'pack.json'), 'utf8');
  const pack = parsePack('content/stamps/pack.json', JSON.parse(text));
  const drawn = readdirSync(join(folder, 'art')).map((file) => file.replace(/\.svg$/, ''));
  const named = new Set(pack.items.map(({ id }) => id));
  const nameless = drawn.find((id) => !named.has(id));
  if (nameless) throw new Error(`content/stamps/pack.json: art/${nameless}.svg has no item`);
  const art = pack.items.map(({ id }) => {
    if (!drawn.includes(id)) throw new Error(`content/stamps/pack.json: ${id}: no art/${id}.svg`);
    const file = `art/${id}.svg`;
    return compileSvg(`content/stamps/${file}`, id, readFileSync(join(folder, file), 'utf8'));
  });
  return { pack, art };
}
