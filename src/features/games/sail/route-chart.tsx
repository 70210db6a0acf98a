import type { ReactNode } from 'react';
import type { SailState } from '@domain/games/sail/sail.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { onSea, SeaMap } from '../map/sea-map.tsx';
import { type NamedPort, PORTS } from './ports.ts';

const byId = new Map(PORTS.map((port) => [port.id, port]));
const at = (id: string) => onSea(byId.get(id)!);

/** The archipelagos' names stand on every map already. */
const FAR_NAMED = new Set(['zone-hoang-sa', 'zone-truong-sa']);

/** The chart on the table: where the boat is and was, letters, and the wind. */
export function RouteChart({
  state,
  track,
  inSight,
  aim,
  onAim,
  children,
}: {
  state: SailState;
  track: readonly string[];
  inSight: readonly NamedPort[];
  aim: string | null;
  /** Null while something else has to be settled. */
  onAim: ((port: string) => void) | null;
  /** What moves over the chart. */
  children?: ReactNode;
}) {
  const { t } = useLanguage();
  const { wind } = state.weather[state.turn % state.weather.length]!;
  const boat = at(state.at);
  const goal = aim === null ? null : at(aim);
  const line = track.map((id) => at(id)).map(({ x, y }) => `${x} ${y}`);
  return (
    <div className="sail-chart">
      <SeaMap label={t('games.sail.chart')}>
        {line.length > 1 ? <path d={`M${line.join('L')}`} className="sail-track" /> : null}
        {goal === null ? null : (
          <line x1={boat.x} y1={boat.y} x2={goal.x} y2={goal.y} className="sail-aim" />
        )}
        {PORTS.map((port) => {
          const { x, y } = onSea(port);
          const waits = state.letters.includes(port.id);
          const seen = inSight.includes(port);
          return (
            // The list beside the chart does the same by keyboard.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
            <g
              key={port.id}
              transform={`translate(${x} ${y})`}
              className="sail-port"
              data-seen={seen}
              data-aim={aim === port.id}
              onClick={onAim !== null && seen ? () => onAim(port.id) : undefined}
            >
              <circle r="30" className="sail-touch" />
              <circle r={port.isIsland ? 9 : 7} />
              {waits ? (
                <path className="sail-letter" d="M-18 -36h36v24h-36Zm0 0 18 14 18 -14" />
              ) : null}
              {(waits || aim === port.id) && !FAR_NAMED.has(port.id) ? (
                <text y="34" textAnchor="middle">
                  {port.name}
                </text>
              ) : null}
            </g>
          );
        })}
        <g transform={`translate(${boat.x} ${boat.y - 16}) scale(1.25)`} className="sail-boat">
          <path d="M-26 0h52l-10 16h-32Z" fill="#8a4b2a" />
          <path d="M-3 -4v-40L-24 -8Z" fill="#fbf1dc" />
          <path d="M2 -4v-46l26 42Z" fill="#c23c1d" />
        </g>
        <g transform="translate(900 130)" className="sail-wind">
          <circle r="74" />
          {wind.force === 0 ? null : (
            <g transform={`rotate(${wind.to * 45})`}>
              <path d="M0 58V-46M-22 -22 0 -54 22 -22" strokeWidth={6 + wind.force * 3} />
            </g>
          )}
          <text y="104" textAnchor="middle">
            {t('games.sail.wind', { force: wind.force })}
          </text>
        </g>
      </SeaMap>
      {children}
    </div>
  );
}
