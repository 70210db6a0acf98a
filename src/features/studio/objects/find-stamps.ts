import type { ArtItem } from '@domain/story/art/pack.ts';

/** Letters without marks and case: who types "hai dang" means "Hải đăng". */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .toLowerCase();
}

/** The drawings whose name, in one of the languages, holds every word; all of them for no word. */
export function findStamps(items: readonly ArtItem[], typed: string): readonly ArtItem[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  return items.filter(({ name, id }) => {
    const names = plain(`${name.vi} ${name.en} ${id}`);
    return words.every((word) => names.includes(word));
  });
}
