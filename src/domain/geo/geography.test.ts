import { describe, expect, test } from 'vitest';
import { parseGeography } from './geography.ts';
import { place, unplace } from './projection.ts';

const zones = Array.from({ length: 13 }, (_, i) => ({
  id: `zone-${'abcdefghijklm'[i]}`,
  name: 'Vùng',
  province: 'Tỉnh',
}));
const islands = zones.map(({ id }) => ({
  id: id.replace('zone', 'island'),
  name: 'Đảo',
  latitude: 10,
  longitude: 110,
  provinceBefore: 'Tỉnh',
  province: 'Tỉnh',
  zone: id,
}));
const whole = { asOf: '2026-04-30', provincesSince: '2025-07-01', zones, islands };
const parse = (change: object) => parseGeography('islands.json', { ...whole, ...change });

describe('a geography', () => {
  test('is taken when every one of the thirteen zones has an island', () => {
    expect(parse({}).zones).toHaveLength(13);
    expect(() => parse({ islands: islands.slice(1) })).toThrow(
      'islands.json: zone-a: no island of it has a place on the map',
    );
    expect(() => parse({ zones: zones.slice(1) })).toThrow('islands.json: zones: ');
  });

  test('has no stray island, no id twice and no place elsewhere', () => {
    const [first, ...rest] = islands;
    expect(() => parse({ islands: [{ ...first, zone: 'zone-x' }, ...rest] })).toThrow(
      'there is no zone zone-x',
    );
    expect(() => parse({ islands: [...islands, first] })).toThrow('island-a: has this id twice');
    expect(() => parse({ islands: [{ ...first, latitude: 111 }, ...rest] })).toThrow(
      'islands.json: islands.0.latitude: ',
    );
  });
});

test('Mercator’s map is even from west to east and grows to the north', () => {
  const frame = { west: 100, east: 120, north: 20, width: 2000 };
  expect(place(frame, 110, 20)).toEqual({ x: 1000, y: 0 });
  const near = place(frame, 100, 1).y - place(frame, 100, 2).y;
  const far = place(frame, 100, 18).y - place(frame, 100, 19).y;
  expect(near).toBeCloseTo(100, 0);
  // 1 / cos of the latitude, the map's scale.
  expect(far / near).toBeCloseTo(
    Math.cos(1.5 * (Math.PI / 180)) / Math.cos(18.5 * (Math.PI / 180)),
    3,
  );
});

test('a place on the map leads back to the same place on the Earth', () => {
  const frame = { west: 101.6, east: 118.2, north: 23.6, width: 1000 };
  for (const [longitude, latitude] of [
    [109.118, 15.382],
    [111.921, 8.644],
    [101.6, 23.6],
  ] as const) {
    const { x, y } = place(frame, longitude, latitude);
    const back = unplace(frame, x, y);
    expect(back.longitude).toBeCloseTo(longitude, 9);
    expect(back.latitude).toBeCloseTo(latitude, 9);
  }
});
