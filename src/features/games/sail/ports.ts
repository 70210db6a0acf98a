import { harbours, islands, land, zones } from 'virtual:geo/sea';
import type { Port } from '@domain/games/sail/sail.ts';
import { distanceKm, type GeoPoint } from '@domain/kernel/sphere.ts';

export type NamedPort = Port & { readonly name: string; readonly isIsland: boolean };

/** Harbours of the mainland, to call at on the way. */
const HARBOURS: readonly NamedPort[] = harbours.map(({ id, name, latitude, longitude }) => ({
  id,
  name,
  lat: latitude,
  lon: longitude,
  isIsland: false,
}));

/** One island of every special zone. */
const ISLANDS: readonly NamedPort[] = zones.flatMap(({ id, name }) => {
  const [first] = islands.filter(({ zone }) => zone === id);
  return first ? [{ id, name, lat: first.latitude, lon: first.longitude, isIsland: true }] : [];
});

export const PORTS: readonly NamedPort[] = [...HARBOURS, ...ISLANDS];
export const ADDRESSEES: readonly string[] = ISLANDS.map(({ id }) => id);
export const HOME = 'hai-phong';

/** Land this near to a port is its own shore. */
const SHORE_KM = 45;
const LOOKS = 60;

const RINGS = land.map((ring) => ({
  ring,
  west: Math.min(...ring.map(([lon]) => lon)),
  east: Math.max(...ring.map(([lon]) => lon)),
  south: Math.min(...ring.map(([, lat]) => lat)),
  north: Math.max(...ring.map(([, lat]) => lat)),
}));

function isOnLand({ lat, lon }: GeoPoint): boolean {
  return RINGS.some(({ ring, west, east, south, north }) => {
    if (lon < west || lon > east || lat < south || lat > north) return false;
    let within = false;
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
      const [x1, y1] = ring[i]!;
      const [x2, y2] = ring[j]!;
      if (y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1)
        within = !within;
    }
    return within;
  });
}

function isOpenSea(from: NamedPort, to: NamedPort): boolean {
  for (let i = 1; i < LOOKS; i += 1) {
    const share = i / LOOKS;
    const point = {
      lat: from.lat + (to.lat - from.lat) * share,
      lon: from.lon + (to.lon - from.lon) * share,
    };
    const near = distanceKm(point, from) < SHORE_KM || distanceKm(point, to) < SHORE_KM;
    if (!near && isOnLand(point)) return false;
  }
  return true;
}

/** Ports to which one can steer straight without running aground, the nearest first. */
export function portsInSight(from: string): NamedPort[] {
  const here = PORTS.find(({ id }) => id === from);
  if (here === undefined) return [];
  return PORTS.filter((port) => port !== here && isOpenSea(here, port)).toSorted(
    (a, b) => distanceKm(here, a) - distanceKm(here, b),
  );
}
