import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { LanguageProvider } from '@i18n/use-language.tsx';
import { createLanguageStore } from '@i18n/language-store.ts';
import { zones } from 'virtual:geo/sea';
import { SeaMap } from './sea-map.tsx';

async function drawn(props: { named?: boolean; bare?: boolean; view?: string }): Promise<string> {
  const language = createLanguageStore({ read: () => 'vi', write: () => undefined });
  await language.enter('games');
  return renderToStaticMarkup(
    <LanguageProvider value={language}>
      <SeaMap label="map" {...props} />
    </LanguageProvider>,
  );
}

/** What of the nation's islands a drawn map lacks. */
function missingFrom(map: string): string[] {
  const bare = zones.filter(({ id }) => !new RegExp(`data-zone="${id}"><circle`).test(map));
  const named = zones.filter(
    ({ name, archipelago }) => archipelago && !map.includes(`Quần đảo ${name}`),
  );
  return [...bare.map(({ id }) => id), ...named.map(({ name }) => name)];
}

test.each([
  ['plain', {}],
  ['with names', { named: true }],
  ['in the fog', { bare: true }],
  ['from near by', { view: '0 0 250 272' }],
] as const)('the map %s has all thirteen special zones and both archipelagos', async (_, props) => {
  expect(zones).toHaveLength(13);
  expect(missingFrom(await drawn(props))).toEqual([]);
});

test('a map without one of them would be caught', async () => {
  const map = await drawn({});
  expect(missingFrom(map.replace('data-zone="zone-hoang-sa"', ''))).toEqual(['zone-hoang-sa']);
  expect(missingFrom(map.replace('Quần đảo Trường Sa', ''))).toEqual(['Trường Sa']);
});
