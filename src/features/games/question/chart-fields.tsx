import { useRef, useState } from 'react';
import { distanceNm, type GeoPoint } from '@domain/kernel/sphere.ts';
import { ZONES } from '@domain/quiz/kinds/chart.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { onSea, SeaMap, viewAround } from '../map/sea-map.tsx';
import { geoAt } from '../map/geo-at.ts';
import { Options } from './choice-fields.tsx';
import type { Field } from './field.ts';

const STEP_DEGREES = 0.5;
const FINE_DEGREES = 0.1;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [1, 0],
  ArrowDown: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};
const START: GeoPoint = { lat: 14, lon: 110 };
const ZOOMS = [1, 2, 4] as const;

function Pin({ at, kind }: { at: GeoPoint; kind: 'own' | 'right' }) {
  const { x, y } = onSea(at);
  return (
    <g className={`answer-pin answer-pin-${kind}`} transform={`translate(${x} ${y})`}>
      <path d="M0 0C-16 -22 -20 -30 -20 -40a20 20 0 0 1 40 0C20 -30 16 -22 0 0Z" />
      <circle cy="-40" r="8" />
    </g>
  );
}

export const PinField: Field<'pin'> = ({ value, solution, onChange }) => {
  const { t, f } = useLanguage();
  const [zoom, setZoom] = useState<(typeof ZOOMS)[number]>(1);
  const frame = useRef<HTMLDivElement>(null);
  const at = value?.point ?? START;
  const put = (point: GeoPoint) => onChange({ kind: 'pin', point });
  const degrees = (number: number) => f.mean(number);
  const said = t('quiz.pin.at', { lat: degrees(at.lat), lon: degrees(at.lon) });
  return (
    <div className="answer-pinning">
      {/* A map that is pointed at, with arrows for who cannot point. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/no-noninteractive-tabindex */}
      <div
        ref={frame}
        className="answer-map"
        role="application"
        tabIndex={0}
        aria-label={t('quiz.pin.map')}
        onClick={(event) => {
          const svg = frame.current?.querySelector('svg');
          if (svg && solution === null) put(geoAt(svg, event));
        }}
        onKeyDown={(event) => {
          const arrow = ARROWS[event.key];
          if (arrow === undefined || solution !== null) return;
          event.preventDefault();
          const step = event.shiftKey ? FINE_DEGREES : STEP_DEGREES;
          put({ lat: round(at.lat + arrow[0] * step), lon: round(at.lon + arrow[1] * step) });
        }}
      >
        <SeaMap view={viewAround(at, zoom)} label={t('quiz.pin.label')}>
          {value === null ? null : <Pin at={value.point} kind="own" />}
          {solution === null ? null : <Pin at={solution.point} kind="right" />}
        </SeaMap>
      </div>
      <div className="answer-zoom">
        <button type="button" onClick={() => setZoom(ZOOMS[ZOOMS.indexOf(zoom) + 1] ?? ZOOMS[0])}>
          {t(zoom === 4 ? 'quiz.pin.zoomOut' : 'quiz.pin.zoomIn')}
        </button>
        <span role="status">{value === null ? t('quiz.pin.hint') : said}</span>
      </div>
      {value !== null && solution !== null ? (
        <p>
          {t('quiz.pin.off', { km: f.integer(Math.round(offKm(value.point, solution.point))) })}
        </p>
      ) : null}
    </div>
  );
};

const round = (degrees: number) => Math.round(degrees * 100) / 100;
const offKm = (from: GeoPoint, to: GeoPoint) => distanceNm(from, to) * 1.852;

/** The chart of the invented Green Island: px per nautical mile shrinks outwards, as on a log ruler. */
function chartX(nauticalMiles: number): number {
  return 150 + Math.sign(nauticalMiles) * Math.log1p(Math.abs(nauticalMiles) / 6) * 185;
}

export const ZoneField: Field<'zone'> = ({ ask, value, solution, onChange }) => {
  const { t } = useLanguage();
  const ticks = [12, 24, 100, 200, 350];
  return (
    <>
      <p className="answer-scene">{ask.scene}</p>
      <svg className="answer-chart" viewBox="0 0 1000 260" role="img" aria-label={ask.scene}>
        <rect width="1000" height="260" fill="#cfe9f5" />
        <path d="M0 0h90c40 30 50 60 34 100s20 90-20 160H0Z" fill="#f6e7c3" stroke="#c9a766" />
        <line x1={chartX(0)} x2={chartX(0)} y1="0" y2="260" stroke="#0b3a5b" strokeWidth="4" />
        {ticks.map((tick) => (
          <g key={tick}>
            <line
              x1={chartX(tick)}
              x2={chartX(tick)}
              y1="0"
              y2="222"
              stroke="#0e6ba3"
              strokeWidth="2"
              strokeDasharray="9 9"
            />
            <text x={chartX(tick)} y="248" textAnchor="middle" className="answer-tick">
              {tick}
            </text>
          </g>
        ))}
        <g transform={`translate(${chartX(ask.distanceNm)} 118)`} className="answer-ship">
          <path d="M-30 0h60l-10 20h-40Z" />
          <path d="M-2 -6v-44l26 40Z" />
        </g>
      </svg>
      <p className="answer-note">{t('quiz.zone.chart')}</p>
      <Options
        legend={t('quiz.ask.zone')}
        options={ZONES.map((id) => ({ id, text: t(`quiz.zone.${id}`) }))}
        chosen={value === null ? [] : [value.zone]}
        right={solution === null ? null : [solution.zone]}
        onChoose={(id) => {
          const zone = ZONES.find((one) => one === id);
          if (zone) onChange({ kind: 'zone', zone });
        }}
      />
    </>
  );
};

const MAX_OPEN_NM = 400;

/** Dividers: opened from one point until the other foot stands on the second. */
export const MeasureField: Field<'measure'> = ({ ask, value, solution, onChange }) => {
  const { t, f } = useLanguage();
  const opened = value?.nauticalMiles ?? 60;
  const from = onSea(ask.from);
  const to = onSea(ask.to);
  const distance = Math.hypot(to.x - from.x, to.y - from.y);
  // The foot points at the second place; how far it reaches is read off by eye.
  const reach = (opened / distanceNm(ask.from, ask.to)) * distance;
  const foot = {
    x: from.x + ((to.x - from.x) / distance) * reach,
    y: from.y + ((to.y - from.y) / distance) * reach,
  };
  const said = t('quiz.unit.nm', { number: f.integer(opened) });
  return (
    <div className="answer-measure">
      <SeaMap
        view={viewAround(
          { lat: (ask.from.lat + ask.to.lat) / 2, lon: (ask.from.lon + ask.to.lon) / 2 },
          2,
        )}
        label={t('quiz.measure.label')}
      >
        <g className="answer-dividers">
          <circle cx={from.x} cy={from.y} r="8" />
          <circle cx={to.x} cy={to.y} r="8" />
          <path
            d={`M${from.x} ${from.y}L${(from.x + foot.x) / 2 + 40} ${(from.y + foot.y) / 2 - 60}L${foot.x} ${foot.y}`}
          />
        </g>
      </SeaMap>
      <label>
        {t('quiz.measure.open', { value: said })}
        <input
          type="range"
          min="1"
          max={MAX_OPEN_NM}
          step="1"
          value={opened}
          aria-valuetext={said}
          disabled={solution !== null}
          onChange={(event) =>
            onChange({ kind: 'measure', nauticalMiles: Number(event.currentTarget.value) })
          }
        />
      </label>
      {solution === null ? null : (
        <p>
          {t('quiz.estimate.right', {
            value: t('quiz.unit.nm', { number: f.mean(solution.nauticalMiles) }),
          })}
        </p>
      )}
    </div>
  );
};
