import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseGeography } from '@domain/geo/geography.ts';
import { place } from '@domain/geo/projection.ts';
import coast from './coast.json' with { type: 'json' };
import geography from './islands.json' with { type: 'json' };
import frame from './map-frame.json' with { type: 'json' };

const { zones, islands } = parseGeography('content/geo/islands.json', geography);
const map = readFileSync(join(import.meta.dirname, '../stamps/art/map-bien-dong.svg'), 'utf8');

const dots = [...map.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)" r="[\d.]+" fill="(#\w+)"/g)].map(
  ([, x, y, fill]) => ({ x: Number(x), y: Number(y), fill }),
);
const dotsOn = (svg: typeof dots, longitude: number, latitude: number) => {
  const at = place(frame, longitude, latitude);
  return svg.filter(({ x, y }) => Math.hypot(x - at.x, y - at.y) < 0.2);
};

describe('the map', () => {
  test.each(islands)('shows $name', ({ longitude, latitude, zone }) => {
    const [dot, ...more] = dotsOn(dots, longitude, latitude);
    expect(more).toEqual([]);
    expect(dot?.fill).toBe(zone === null ? '#0b3a5b' : '#c23c1d');
    expect(dot!.x > 0 && dot!.x < 1600 && dot!.y > 0 && dot!.y < 1200).toBe(true);
  });

  test('would be caught without an island', () => {
    const { longitude, latitude } = islands.find(({ zone }) => zone === 'zone-truong-sa')!;
    const less = dots.filter((dot) => !dotsOn(dots, longitude, latitude).includes(dot));
    expect(dotsOn(less, longitude, latitude)).toEqual([]);
  });

  test('names all thirteen special zones, both archipelagos and the sea', () => {
    const named = [...map.matchAll(/<!-- (.+) -->\s*<path\s[^>]*d="M/g)].map(([, name]) => name);
    const wanted = zones.map(({ name, archipelago }) => (archipelago ? `Quần đảo ${name}` : name));
    expect(wanted).toHaveLength(13);
    expect(wanted.filter((name) => !named.includes(name))).toEqual([]);
    for (const name of ['Quần đảo Hoàng Sa', 'Quần đảo Trường Sa']) {
      // On the map itself and on its inset.
      expect(named.filter((one) => one === name)).toHaveLength(2);
    }
    for (const name of ['(TP Đà Nẵng)', '(Khánh Hòa)', 'Biển Đông']) expect(named).toContain(name);
  });

  test('shows the islands of both archipelagos a second time, larger', () => {
    const far = islands.filter(({ zone }) => zone === 'zone-hoang-sa' || zone === 'zone-truong-sa');
    expect(far.length).toBeGreaterThanOrEqual(10);
    expect(dots).toHaveLength(islands.length + far.length);
  });

  test('gives all land one colour', () => {
    const lands = [...map.matchAll(/fill="#f5e8c8"/g)];
    expect(lands).toHaveLength(coast.land.length);
  });

  test('follows the coast from Móng Cái to Hà Tiên', () => {
    const away = ([x, y]: number[], [lon, lat]: number[]) => Math.hypot(x! - lon!, y! - lat!);
    expect(away(coast.coast[0]!, [108.05, 21.52])).toBeLessThan(0.1);
    expect(away(coast.coast.at(-1)!, [104.47, 10.38])).toBeLessThan(0.1);
  });
});
