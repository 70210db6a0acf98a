import { useNavigate } from 'react-router';
import { useLanguage } from '@i18n/use-language.tsx';
import { onSea, SeaMap } from '../map/sea-map.tsx';
import { GAME_IDS, GAME_PATHS, type GameId } from '../play/stations.ts';
import type { VoyageLog } from '../play/voyage-log.ts';

/** Where each game is played: a buoy at sea, near the place it is named after. */
const BUOYS: Readonly<Record<GameId, { readonly x: number; readonly y: number }>> = {
  timeline: onSea({ lat: 20.12, lon: 106.75 }),
  sweep: onSea({ lat: 18.75, lon: 107.75 }),
  newsroom: onSea({ lat: 17.2, lon: 108.5 }),
  zones: onSea({ lat: 13.5, lon: 110.0 }),
  place: onSea({ lat: 10.6, lon: 110.9 }),
  sail: onSea({ lat: 7.9, lon: 107.4 }),
};

/** Where the boat lies at each buoy, px: never over a name. */
const MOORINGS: Readonly<Record<GameId, readonly [number, number]>> = {
  timeline: [-30, 28],
  sweep: [26, -14],
  newsroom: [28, -62],
  zones: [-26, 30],
  place: [-104, -36],
  sail: [28, -44],
};
const TEMPLE = onSea({ lat: 21.37, lon: 105.32 });
const CAPITAL = onSea({ lat: 21.03, lon: 105.85 });
const MOUTH = onSea({ lat: 20.25, lon: 106.6 });

const RIVER = `M${TEMPLE.x} ${TEMPLE.y}C${TEMPLE.x + 14} ${TEMPLE.y + 22} ${CAPITAL.x - 12} ${CAPITAL.y - 18} ${CAPITAL.x} ${CAPITAL.y}S${MOUTH.x - 20} ${MOUTH.y - 26} ${MOUTH.x} ${MOUTH.y}`;

/** A smooth line through the buoys, from the river's mouth on. */
function seaRoute(): string {
  const stops = [MOUTH, ...GAME_IDS.map((id) => BUOYS[id])];
  return stops.slice(1).reduce((line, { x, y }, i) => {
    const from = stops[i]!;
    const bend = (x - from.x) * 0.2 + 8;
    return `${line}Q${(from.x + x) / 2 + bend} ${(from.y + y) / 2} ${x} ${y}`;
  }, `M${MOUTH.x} ${MOUTH.y}`);
}
const ROUTE = seaRoute();

/** The whole voyage on one chart. The list beside it says the same in words. */
export function VoyageChart({ log, next }: { log: VoyageLog; next: GameId | null }) {
  const { t } = useLanguage();
  const boat = BUOYS[next ?? 'sail'];
  const [right, down] = MOORINGS[next ?? 'sail'];
  return (
    <div className="voyage-chart">
      <SeaMap named label={t('games.voyage.chart')}>
        <g className="voyage-waves" aria-hidden="true">
          {[
            [560, 210],
            [820, 300],
            [850, 560],
            [560, 880],
            [300, 1010],
            [860, 1000],
            [660, 760],
          ].map(([x, y]) => (
            <path
              key={`${x} ${y}`}
              d={`M${x} ${y}c8 -9 16 -9 24 0s16 9 24 0 16 -9 24 0 16 9 24 0`}
            />
          ))}
        </g>
        <path d={RIVER} className="voyage-river" />
        <path d={ROUTE} className="voyage-route" />
        <image
          href="/art/games/hung-temple.svg"
          x={TEMPLE.x - 62}
          y={TEMPLE.y - 92}
          width="104"
          height="104"
        />
        <image
          href="/art/games/compass.svg"
          x="842"
          y="40"
          width="120"
          height="124"
          opacity="0.9"
        />
        <g className="voyage-buoys" aria-hidden="true">
          <Buoy to="/hoc-choi/luyen-tap" number={1} x={TEMPLE.x + 8} y={TEMPLE.y + 16} won />
          {GAME_IDS.map((id, at) => (
            <Buoy
              key={id}
              to={GAME_PATHS[id]}
              number={at + 2}
              {...BUOYS[id]}
              won={(log[id]?.shells ?? 0) > 0}
            />
          ))}
        </g>
        <image
          className="voyage-boat"
          href="/art/games/red-sail-junk.svg"
          x={boat.x + right}
          y={boat.y + down}
          width="78"
          height="78"
        />
      </SeaMap>
    </div>
  );
}

function Buoy({
  to,
  number,
  x,
  y,
  won,
}: {
  to: string;
  number: number;
  x: number;
  y: number;
  won: boolean;
}) {
  const navigate = useNavigate();
  return (
    // The list offers the same as links; here it is for who points at the picture.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <g
      transform={`translate(${x} ${y})`}
      data-won={won}
      className="voyage-buoy"
      onClick={() => void navigate(to)}
    >
      <circle r="36" className="buoy-touch" />
      <circle r="25" className="buoy" />
      <text y="9" textAnchor="middle">
        {number}
      </text>
    </g>
  );
}
