import type { ArtPack } from '@domain/story/art/pack.ts';
import { unbrokenText } from '@domain/story/paint/objects/text.ts';
import type { PageObject } from '@domain/story/scene.ts';
import type { Language } from '@i18n/language-store.ts';
import type { Said } from './object-desk.ts';
import { regionOf } from './object-moves.ts';

type Words = Pick<Language, 't' | 'f' | 'locale'>;

const MOST_LETTERS = 40;

export function nameOf(item: PageObject, pack: ArtPack | null, { t, locale }: Words): string {
  if (item.kind === 'photo') return t('objects.name.photo');
  if (item.kind === 'text') {
    const text = unbrokenText(item.text).replaceAll('\n', ' ');
    const short = text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text;
    return t('objects.name.text', { text: short });
  }
  const art = pack?.items.find(({ id }) => id === item.asset);
  return art ? t('objects.name.stamp', { name: art.name[locale] }) : t('objects.name.unknown');
}

/** What happened to an object, for who listens. */
export function sentenceOf(said: Said, pack: ArtPack | null, words: Words): string {
  const { t, f } = words;
  if (!('item' in said)) return t(`objects.said.${said.what}`);
  const { item } = said;
  const name = nameOf(item, pack, words);
  const { placement } = item;
  switch (said.what) {
    case 'bigger':
      return t('objects.said.bigger', { name, percent: f.integer(placement.scale / 10) });
    case 'turned':
      return t('objects.said.turned', { name, degrees: Math.round(placement.rotation / 100) });
    case 'copied':
      return t('objects.said.copied', { name });
    default:
      return t(`objects.said.${said.what}`, {
        name,
        place: t(`objects.place.${regionOf(placement)}`),
      });
  }
}
