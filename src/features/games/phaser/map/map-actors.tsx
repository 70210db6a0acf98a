import { type RefObject, useEffect, useRef } from 'react';
import type { GeoPoint } from '@domain/kernel/sphere.ts';
import { onSea } from '../../map/sea-map.tsx';
import { PhaserStage } from '../phaser-stage.tsx';
import type { Painter } from '../stage.ts';
import './map-actors.css';

type Point = { readonly x: number; readonly y: number };

/** The chart of the page, as what moves on it sees it. */
export type Chart<Round> = {
  /** How the round stands now. */
  readonly round: () => Round;
  /** Where a place lies on the canvas, however the chart is enlarged. */
  readonly at: (place: GeoPoint) => Point;
  /** Tells the page that its own boat and marks are drawn here. */
  readonly takeOver: (drawn: boolean) => void;
};

function chartOf<Round>(host: RefObject<HTMLDivElement | null>, round: () => Round): Chart<Round> {
  return {
    round,
    at: (place) => {
      const svg = host.current?.parentElement?.querySelector('svg');
      const matrix = svg?.getScreenCTM();
      const box = host.current?.getBoundingClientRect();
      const { x, y } = onSea(place);
      if (!matrix || box === undefined) return { x, y };
      return {
        x: matrix.a * x + matrix.e - box.left,
        y: matrix.d * y + matrix.f - box.top,
      };
    },
    takeOver: (drawn) => {
      const frame = host.current?.parentElement;
      if (drawn) frame?.setAttribute('data-drawn', 'true');
      else frame?.removeAttribute('data-drawn');
    },
  };
}

/**
 * What moves on a chart: a see-through canvas over the page's own map, which keeps the islands, the
 * names, the keys and the pointers. Without it the page's marks stand still in the same places.
 */
export function MapActors<Round>({
  round,
  painter,
}: {
  round: Round;
  painter: (chart: Chart<Round>) => Painter;
}) {
  const host = useRef<HTMLDivElement>(null);
  const latest = useRef(round);
  useEffect(() => {
    latest.current = round;
  });
  return (
    <div ref={host} className="map-actors">
      <PhaserStage host={host} painter={() => painter(chartOf(host, () => latest.current))} />
    </div>
  );
}
