/** What a map shows, in degrees, and how wide it is drawn, in px. The height follows. */
export type MapFrame = {
  readonly west: number;
  readonly east: number;
  readonly north: number;
  readonly width: number;
};

const DEGREE = Math.PI / 180;

/** Latitude on Mercator's map, in degrees of longitude. */
function stretched(latitude: number): number {
  return Math.log(Math.tan(Math.PI / 4 + (latitude * DEGREE) / 2)) / DEGREE;
}

/** Where a place, in degrees east and north, lies on the map: px from its upper left corner. */
export function place(
  { west, east, north, width }: MapFrame,
  longitude: number,
  latitude: number,
): { readonly x: number; readonly y: number } {
  const scale = width / (east - west);
  return {
    x: (longitude - west) * scale,
    y: (stretched(north) - stretched(latitude)) * scale,
  };
}

/** The place, in degrees, that lies there on the map: undoes `place`. */
export function unplace(
  { west, east, north, width }: MapFrame,
  x: number,
  y: number,
): { readonly longitude: number; readonly latitude: number } {
  const scale = width / (east - west);
  const mercator = stretched(north) - y / scale;
  return {
    longitude: west + x / scale,
    latitude: (2 * Math.atan(Math.exp(mercator * DEGREE)) - Math.PI / 2) / DEGREE,
  };
}
