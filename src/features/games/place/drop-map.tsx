import { type ReactNode, useRef, useState } from 'react';
import type { GeoPoint } from '@domain/kernel/sphere.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { geoAt } from '../map/geo-at.ts';
import '../question/question.css';
import { onSea, SeaMap, viewAround } from '../map/sea-map.tsx';

const STEP_DEGREES = 0.5;
const FINE_DEGREES = 0.1;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [1, 0],
  ArrowDown: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};
const inside = (value: number, min: number, max: number) =>
  Math.round(Math.min(max, Math.max(min, value)) * 100) / 100;

/** A map to point at with a finger, a mouse or the arrow keys; Enter drops the anchor. */
export function DropMap({
  at,
  fog,
  closed,
  guess,
  goal,
  onMove,
  onDrop,
  children,
}: {
  at: GeoPoint;
  fog: boolean;
  closed: boolean;
  guess: GeoPoint | null;
  goal: GeoPoint | null;
  onMove: (point: GeoPoint) => void;
  onDrop: () => void;
  /** What moves over the map. */
  children?: ReactNode;
}) {
  const { t } = useLanguage();
  const frame = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState<1 | 2 | 4>(1);
  /** What a closer look is taken at: it must not move under the finger. */
  const [centre, setCentre] = useState(at);
  const here = onSea(at);
  const tried = guess === null ? null : onSea(guess);
  const right = goal === null ? null : onSea(goal);
  return (
    <div className="drop-table">
      {/* A map that is pointed at, with arrows for who cannot point. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/no-noninteractive-tabindex */}
      <div
        ref={frame}
        className="answer-map drop-map"
        role="application"
        tabIndex={0}
        aria-label={t('games.place.map')}
        onClick={(event) => {
          const svg = frame.current?.querySelector('svg');
          if (svg && !closed) onMove(geoAt(svg, event));
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault();
            return onDrop();
          }
          const arrow = ARROWS[event.key];
          if (arrow === undefined || closed) return;
          event.preventDefault();
          const step = event.shiftKey ? FINE_DEGREES : STEP_DEGREES;
          const point = {
            lat: inside(at.lat + arrow[0] * step, 6.5, 23),
            lon: inside(at.lon + arrow[1] * step, 102, 117.5),
          };
          onMove(point);
          if (zoom > 1) setCentre(point);
        }}
      >
        <SeaMap
          bare={fog}
          view={viewAround(centre, goal === null ? zoom : 1)}
          label={t('quiz.pin.label')}
        >
          {tried !== null && right !== null ? (
            <line x1={tried.x} y1={tried.y} x2={right.x} y2={right.y} className="drop-line" />
          ) : null}
          {tried === null ? null : (
            <circle cx={tried.x} cy={tried.y} r="12" className="drop-guess" />
          )}
          {right === null ? null : (
            <g transform={`translate(${right.x} ${right.y})`} className="drop-goal">
              <circle r="26" />
              <path d="M0 -16 5 -5 17 -5 7 3 11 15 0 8 -11 15 -7 3 -17 -5 -5 -5Z" />
            </g>
          )}
          {closed ? null : (
            <g transform={`translate(${here.x} ${here.y})`} className="drop-cross">
              <circle r="24" />
              <path d="M-38 0h28M10 0h28M0 -38v28M0 10v28" />
            </g>
          )}
        </SeaMap>
        {children}
      </div>
      <div className="answer-zoom">
        {([1, 2, 4] as const).map((step) => (
          <button
            key={step}
            type="button"
            aria-pressed={zoom === step}
            onClick={() => {
              setCentre(at);
              setZoom(step);
            }}
          >
            {t('games.place.zoom', { times: step })}
          </button>
        ))}
      </div>
    </div>
  );
}
