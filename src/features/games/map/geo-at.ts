import type { GeoPoint } from '@domain/kernel/sphere.ts';
import { SEA_FRAME } from './sea-map.tsx';

const DEGREE = Math.PI / 180;
const stretched = (lat: number) => Math.log(Math.tan(Math.PI / 4 + (lat * DEGREE) / 2)) / DEGREE;
const unstretched = (value: number) =>
  (2 * Math.atan(Math.exp(value * DEGREE)) - Math.PI / 2) / DEGREE;

/** The place on the Earth under a pointer on the map. */
export function geoAt(
  svg: SVGSVGElement,
  { clientX, clientY }: { readonly clientX: number; readonly clientY: number },
): GeoPoint {
  const box = svg.getBoundingClientRect();
  const [left = 0, top = 0, width = 1, height = 1] = (svg.getAttribute('viewBox') ?? '')
    .split(' ')
    .map(Number);
  const x = left + ((clientX - box.left) / box.width) * width;
  const y = top + ((clientY - box.top) / box.height) * height;
  const scale = SEA_FRAME.width / (SEA_FRAME.east - SEA_FRAME.west);
  const lon = SEA_FRAME.west + x / scale;
  const lat = unstretched(stretched(SEA_FRAME.north) - y / scale);
  const round = (degrees: number) => Math.round(degrees * 1000) / 1000;
  return { lat: round(lat), lon: round(lon) };
}
