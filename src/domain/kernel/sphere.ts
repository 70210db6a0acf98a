import * as z from 'zod/mini';

/** Degrees: latitude north, longitude east. */
export const GeoPoint = z.strictObject({
  lat: z.number().check(z.gte(-90), z.lte(90)),
  lon: z.number().check(z.gte(-180), z.lte(180)),
});
export type GeoPoint = z.infer<typeof GeoPoint>;

/** The international nautical mile (First International Extraordinary Hydrographic Conference, Monaco 1929). */
export const METRES_PER_NAUTICAL_MILE = 1852;

/** Mean radius of the Earth, IUGG: within 0.6 % of the ellipsoid anywhere. */
const EARTH_RADIUS_KM = 6371.0088;

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Great-circle distance in kilometres (haversine formula). */
export function distanceKm(from: GeoPoint, to: GeoPoint): number {
  const halfLat = radians(to.lat - from.lat) / 2;
  const halfLon = radians(to.lon - from.lon) / 2;
  const chord =
    Math.sin(halfLat) ** 2 +
    Math.cos(radians(from.lat)) * Math.cos(radians(to.lat)) * Math.sin(halfLon) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
}

export function distanceNm(from: GeoPoint, to: GeoPoint): number {
  return (distanceKm(from, to) * 1000) / METRES_PER_NAUTICAL_MILE;
}
