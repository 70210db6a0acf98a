import { unplace } from '@domain/geo/projection.ts';
import type { GeoPoint } from '@domain/kernel/sphere.ts';
import { SEA_FRAME } from './sea-map.tsx';

const rounded = (degrees: number) => Math.round(degrees * 1000) / 1000;

/** The place on the Earth under a pointer on the map, however the map is cut, zoomed or framed. */
export function geoAt(
  svg: SVGSVGElement,
  { clientX, clientY }: { readonly clientX: number; readonly clientY: number },
): GeoPoint {
  const toScreen = svg.getScreenCTM();
  if (toScreen === null) throw new Error('the map is not laid out');
  const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(toScreen.inverse());
  const { longitude, latitude } = unplace(SEA_FRAME, x, y);
  return { lat: rounded(latitude), lon: rounded(longitude) };
}
