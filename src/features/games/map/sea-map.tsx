import type { ReactNode } from 'react';
import { islands, land, zones } from 'virtual:geo/sea';
import { place } from '@domain/geo/projection.ts';
import type { GeoPoint } from '@domain/kernel/sphere.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import './sea-map.css';

/** From the northern border to the southern tip, and out beyond both archipelagos. */
export const SEA_FRAME = { west: 101.6, east: 118.2, north: 23.6, width: 1000 } as const;
export const SEA_HEIGHT = 1090;

export function onSea({ lat, lon }: GeoPoint): { x: number; y: number } {
  return place(SEA_FRAME, lon, lat);
}

/** The part of the map around a place, so many times larger, as a viewBox. */
export function viewAround(point: GeoPoint, zoom: number): string {
  const [width, height] = [SEA_FRAME.width / zoom, SEA_HEIGHT / zoom];
  const { x, y } = onSea(point);
  const left = Math.min(Math.max(0, x - width / 2), SEA_FRAME.width - width);
  const top = Math.min(Math.max(0, y - height / 2), SEA_HEIGHT - height);
  return `${left} ${top} ${width} ${height}`;
}

const whole = (value: number) => Math.round(value * 10) / 10;
const LAND = land
  .map((ring) => {
    const points = ring.map(([lon, lat]) => place(SEA_FRAME, lon, lat));
    return `M${points.map(({ x, y }) => `${whole(x)} ${whole(y)}`).join('L')}Z`;
  })
  .join('');

const MERIDIANS = [104, 108, 112, 116];
const PARALLELS = [8, 12, 16, 20];

type Island = (typeof islands)[number];
const pointOf = ({ latitude, longitude }: Island) => onSea({ lat: latitude, lon: longitude });

/** A zone lies where its islands do. */
function centreOf(zoneId: string) {
  const own = islands.filter(({ zone }) => zone === zoneId).map(pointOf);
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  return { x: mean(own.map(({ x }) => x)), y: mean(own.map(({ y }) => y)) };
}

/** Zones that lie close together: these carry their names to the west, or higher, or lower. */
const NAMED_BEFORE = new Set(['zone-van-don', 'zone-ly-son', 'zone-phu-quoc']);
const NAMED_OFF: Readonly<Record<string, number>> = {
  'zone-van-don': -6,
  'zone-cat-hai': 24,
  'zone-co-to': 2,
  'zone-bach-long-vi': 16,
  'zone-phu-quoc': -4,
  'zone-kien-hai': -2,
  'zone-tho-chau': 16,
};

/** Symbols, since most islands are smaller than a dot at this scale. */
function Islands({ named }: { named: boolean }) {
  return zones.map((zone) => {
    const own = islands.filter((island) => island.zone === zone.id).map(pointOf);
    const { x, y } = centreOf(zone.id);
    return (
      <g key={zone.id} data-zone={zone.id}>
        {own.map((at) => (
          <circle key={`${at.x} ${at.y}`} cx={at.x} cy={at.y} r={zone.archipelago ? 4 : 6} />
        ))}
        {zone.archipelago ? <ellipse cx={x} cy={y} rx="62" ry="52" /> : null}
        {named && !zone.archipelago ? (
          <text
            x={x + (NAMED_BEFORE.has(zone.id) ? -12 : 12)}
            y={y + (NAMED_OFF[zone.id] ?? 6)}
            className="sea-zone-name"
            textAnchor={NAMED_BEFORE.has(zone.id) ? 'end' : 'start'}
          >
            {zone.name}
          </text>
        ) : null}
      </g>
    );
  });
}

/** Both archipelagos carry their names on every map, whatever else is hidden. */
function Archipelagos() {
  const { t } = useLanguage();
  return zones
    .filter(({ archipelago }) => archipelago)
    .map(({ id, name, province }) => {
      const { x, y } = centreOf(id);
      return (
        <text key={id} x={x} y={y + 78} className="sea-archipelago" textAnchor="middle">
          <tspan x={x}>{t('games.map.archipelago', { name })}</tspan>
          <tspan x={x} dy="26">
            {t('games.map.province', { province })}
          </tspan>
        </text>
      );
    });
}

/**
 * The sea and its islands: land without borders, all special zones by symbol, both archipelagos by
 * name. `children` are drawn on top, in the same units.
 */
export function SeaMap({
  named = false,
  bare = false,
  view = `0 0 ${SEA_FRAME.width} ${SEA_HEIGHT}`,
  label,
  children,
}: {
  /** With the names of the special zones. */
  named?: boolean;
  /** Without the coast, for a game in the fog. */
  bare?: boolean;
  view?: string;
  label: string;
  children?: ReactNode;
}) {
  const { t } = useLanguage();
  return (
    <svg className="sea-map" viewBox={view} role="img" aria-label={label}>
      <rect className="sea-water" width={SEA_FRAME.width} height={SEA_HEIGHT} />
      {MERIDIANS.map((lon) => {
        const { x } = onSea({ lat: 10, lon });
        return <line key={lon} className="sea-grid" x1={x} x2={x} y1="0" y2={SEA_HEIGHT} />;
      })}
      {PARALLELS.map((lat) => {
        const { y } = onSea({ lat, lon: 110 });
        return <line key={lat} className="sea-grid" x1="0" x2={SEA_FRAME.width} y1={y} y2={y} />;
      })}
      {bare ? null : <path className="sea-land" d={LAND} />}
      <Islands named={named} />
      <text className="sea-name" x="690" y="640" textAnchor="middle">
        {t('games.map.eastSea')}
      </text>
      <Archipelagos />
      {children}
    </svg>
  );
}
