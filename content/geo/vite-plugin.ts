import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { parseGeography, parseHarbours } from '../../src/domain/geo/geography.ts';

const SEA = 'virtual:geo/sea';
const read = (name: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, name), 'utf8'));

/** Land, islands and special zones as `virtual:geo/sea`, checked while building. */
export function seaGeography(): Plugin {
  return {
    name: 'sea-geography',
    resolveId: (id) => (id === SEA ? `\0${SEA}` : null),
    load(id) {
      if (id !== `\0${SEA}`) return null;
      for (const name of ['coast.json', 'islands.json', 'harbours.json']) {
        this.addWatchFile(join(import.meta.dirname, name));
      }
      const { land } = read('coast.json') as { land: unknown };
      const { islands, zones } = parseGeography('islands.json', read('islands.json'));
      const harbours = parseHarbours('harbours.json', read('harbours.json'));
      const text = JSON.stringify(JSON.stringify({ land, islands, zones, harbours }));
      return `export const { land, islands, zones, harbours } = JSON.parse(${text});`;
    },
  };
}
