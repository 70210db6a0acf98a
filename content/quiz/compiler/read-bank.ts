import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Item, Pack } from '../../../src/domain/quiz/item.ts';

export const QUIZ = join(import.meta.dirname, '..');
export const POOLS = ['practice', 'contest'] as const;

/** What is wrong with a pack, as `FILE: item ID: FIELD: what`. */
export function faultsOf(file: string, pack: unknown): string[] {
  const parsed = Pack.safeParse(pack);
  if (parsed.success) return [];
  const items = (pack as { items?: { id?: string }[] } | null)?.items ?? [];
  return parsed.error.issues.map(({ path, message }) => {
    const item = path[0] === 'items' ? items[Number(path[1])]?.id : undefined;
    const field = path.slice(item === undefined ? 0 : 2).join('.');
    return `${file}: item ${item ?? '?'}: ${field}: ${message}`;
  });
}

export function packFiles(): string[] {
  return POOLS.flatMap((pool) =>
    readdirSync(join(QUIZ, pool)).map((file) => join(QUIZ, pool, file)),
  ).toSorted();
}

/** Every item of every pack. Throws with all that is wrong, by file, item and field. */
export function readBank(): Item[] {
  const packs = packFiles().map((file) => ({
    file,
    pack: JSON.parse(readFileSync(file, 'utf8')) as unknown,
  }));
  const faults = packs.flatMap(({ file, pack }) => faultsOf(file.slice(QUIZ.length + 1), pack));
  if (faults.length > 0) throw new Error(`question bank:\n${faults.join('\n')}`);
  return packs.flatMap(({ pack }) => Pack.parse(pack).items);
}
