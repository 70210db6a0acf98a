import * as z from 'zod/mini';
import { distanceKm, distanceNm, GeoPoint } from '../../kernel/sphere.ts';
import { words } from '../words.ts';
import { credit, kind } from './kind.ts';

/** A child's finger on a phone-sized map of the whole sea is about this exact, km. */
const FULL_WITHIN_KM = 15;
const FALL_KM = 120;

/**
 * A place to find on the map. Full credit within 15 km of it (great circle), then falling with
 * exp(−(d − 15)/120).
 */
export const pin = kind({
  body: z.strictObject({ kind: z.literal('pin'), place: GeoPoint }),
  question: z.strictObject({ kind: z.literal('pin') }),
  response: z.strictObject({ kind: z.literal('pin'), point: GeoPoint }),
  ask: () => ({ kind: 'pin' as const }),
  mark({ place }, { point }) {
    const off = distanceKm(place, point);
    return credit(off <= FULL_WITHIN_KM ? 1 : Math.exp(-(off - FULL_WITHIN_KM) / FALL_KM));
  },
  solution: ({ place }) => ({ kind: 'pin' as const, point: place }),
});

/** The zones of the sea in order outwards from the coast (UNCLOS; Law of the Sea of Viet Nam 2012). */
export const ZONES = [
  'internal-waters',
  'territorial-sea',
  'contiguous-zone',
  'exclusive-economic-zone',
  'beyond',
] as const;

/** In which zone something happens, told by a scene with a distance from an invented baseline. */
export const zone = kind({
  body: z.strictObject({
    kind: z.literal('zone'),
    scene: words(300),
    /** Nautical miles from the baseline, negative on its landward side; drawn on the chart. */
    distanceNm: z.number().check(z.gte(-20), z.lte(400)),
    key: z.enum(ZONES),
  }),
  question: z.strictObject({
    kind: z.literal('zone'),
    scene: z.string(),
    distanceNm: z.number(),
    zones: z.array(z.enum(ZONES)),
  }),
  response: z.strictObject({ kind: z.literal('zone'), zone: z.enum(ZONES) }),
  ask: ({ scene, distanceNm: distance }, locale) => ({
    kind: 'zone' as const,
    scene: scene[locale],
    distanceNm: distance,
    zones: [...ZONES],
  }),
  mark({ key }, response) {
    const off = Math.abs(ZONES.indexOf(response.zone) - ZONES.indexOf(key));
    return credit(off === 0 ? 1 : off === 1 ? 0.25 : 0);
  },
  solution: ({ key }) => ({ kind: 'zone' as const, zone: key }),
});

/** A distance to measure on the chart with dividers, nautical miles; 5 % is exact, 25 % is none. */
export const measure = kind({
  body: z.strictObject({ kind: z.literal('measure'), from: GeoPoint, to: GeoPoint }),
  question: z.strictObject({ kind: z.literal('measure'), from: GeoPoint, to: GeoPoint }),
  response: z.strictObject({
    kind: z.literal('measure'),
    nauticalMiles: z.number().check(z.gte(0), z.lte(3000)),
  }),
  ask: ({ from, to }) => ({ kind: 'measure' as const, from, to }),
  mark({ from, to }, { nauticalMiles }) {
    const right = distanceNm(from, to);
    const off = Math.abs(nauticalMiles - right) / right;
    return credit(1 - (off - 0.05) / 0.2);
  },
  solution: ({ from, to }) => ({
    kind: 'measure' as const,
    nauticalMiles: Math.round(distanceNm(from, to) * 10) / 10,
  }),
});
