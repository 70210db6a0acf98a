import { ZONES } from '@domain/quiz/kinds/chart.ts';
import { LIMITS_NM } from '@domain/games/zones/zones.ts';
import { useLanguage } from '@i18n/use-language.tsx';

const HEIGHT = 340;
const TICKS = [10, 20, 50, 100, 150, 200, 300];

/** Px from the left for nautical miles seaward of the baseline: shrinking outwards, as on a log ruler. */
export function chartX(nauticalMiles: number): number {
  return 170 + Math.sign(nauticalMiles) * Math.log1p(Math.abs(nauticalMiles) / 8) * 200;
}

const EDGES = [
  0,
  LIMITS_NM['territorial-sea'],
  LIMITS_NM['contiguous-zone'],
  LIMITS_NM['exclusive-economic-zone'],
];

/** The chart of the invented Đảo Xanh: its lighthouse burns as long as there are lamps. */
export function GreenChart({
  lamps,
  drawn,
  ship,
  shaded,
}: {
  lamps: number;
  drawn: { readonly at: number; readonly limit: number | null } | null;
  ship: number | null;
  /** With the zones, once the task is judged. */
  shaded: boolean;
}) {
  const { t } = useLanguage();
  return (
    <figure className="green-chart">
      <svg viewBox={`0 0 1000 ${HEIGHT}`} role="img" aria-label={t('games.zones.chart')}>
        <rect width="1000" height={HEIGHT} fill="#cfe9f5" />
        {shaded
          ? ZONES.map((zone, i) => {
              const from = i === 0 ? 110 : chartX(EDGES[i - 1]!);
              const to = i === 0 ? chartX(0) : i < 4 ? chartX(EDGES[i]!) : 1000;
              return (
                <g key={zone}>
                  <rect
                    x={from}
                    y="0"
                    width={to - from}
                    height={HEIGHT - 46}
                    className={`chart-zone chart-zone-${i}`}
                  />
                  <text
                    className="chart-zone-name"
                    transform={`translate(${(from + to) / 2 + 7} ${HEIGHT - 60}) rotate(-90)`}
                  >
                    {t(`quiz.zone.${zone}`)}
                  </text>
                </g>
              );
            })
          : null}
        <path
          d="M0 0h96c34 30 52 70 38 116-12 40 22 88-6 138-16 30-10 70-18 106H0Z"
          fill="#bfe0a8"
        />
        <path
          d="M0 0h96c34 30 52 70 38 116-12 40 22 88-6 138-16 30-10 70-18 106"
          fill="none"
          stroke="#6e9a55"
          strokeWidth="5"
        />
        <g transform="translate(78 70)">
          <path d="M-14 60-9 0H9l5 60Z" fill="#fff" stroke="#132532" strokeWidth="3" />
          <path d="M-12 36h24l-2-16h-20Z" fill="#c23c1d" />
          <rect x="-11" y="-16" width="22" height="16" fill={lamps > 0 ? '#f2b233' : '#5b6b75'} />
          <path d="M-14 -16h28L0 -30Z" fill="#132532" />
          {lamps > 0 ? (
            <path d="M12 -10 230 -46V30Z" fill="#f2b233" opacity={0.12 + 0.1 * lamps} />
          ) : null}
        </g>
        <text x="16" y="208" className="chart-island">
          {t('games.zones.island')}
        </text>
        <line x1={chartX(0)} x2={chartX(0)} y1="0" y2={HEIGHT - 40} className="chart-baseline" />
        {TICKS.map((tick) => (
          <g key={tick}>
            <line
              x1={chartX(tick)}
              x2={chartX(tick)}
              y1={HEIGHT - 46}
              y2={HEIGHT - 32}
              stroke="#0b3a5b"
              strokeWidth="3"
            />
            <text x={chartX(tick)} y={HEIGHT - 8} className="chart-tick">
              {tick}
            </text>
          </g>
        ))}
        <text x={chartX(0)} y={HEIGHT - 8} className="chart-tick">
          {0}
        </text>
        {drawn === null ? null : (
          <>
            <line
              x1={chartX(drawn.at)}
              x2={chartX(drawn.at)}
              y1="0"
              y2={HEIGHT - 40}
              className="chart-own"
            />
            <path
              d={`M${chartX(0)} 190L${(chartX(0) + chartX(drawn.at)) / 2} 60L${chartX(drawn.at)} 190`}
              className="chart-dividers"
            />
            {drawn.limit === null ? null : (
              <line
                x1={chartX(drawn.limit)}
                x2={chartX(drawn.limit)}
                y1="0"
                y2={HEIGHT - 40}
                className="chart-limit"
              />
            )}
          </>
        )}
        {ship === null ? null : (
          <g transform={`translate(${chartX(ship)} 190)`}>
            <line y1="26" y2={HEIGHT - 236} className="chart-plumb" />
            <path d="M-34 0h68l-12 22h-44Z" fill="#c23c1d" stroke="#fff" strokeWidth="2" />
            <path d="M-2 -6v-52l30 46Z" fill="#fbf1dc" stroke="#132532" strokeWidth="2" />
          </g>
        )}
      </svg>
      <figcaption>{t('games.zones.caption')}</figcaption>
    </figure>
  );
}
