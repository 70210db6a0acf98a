import { useLanguage } from '@i18n/use-language.tsx';

type Interval = { readonly low: number; readonly high: number; readonly score: number };

/** Lowest and highest bound of all intervals that are shown together. */
export function commonScale(intervals: readonly Interval[]): [number, number] {
  const low = Math.min(...intervals.map((interval) => interval.low));
  const high = Math.max(...intervals.map((interval) => interval.high));
  return high > low ? [low, high] : [low - 1, high + 1];
}

/** A 95 % interval as a line with its score as a point, on the scale of the whole table. */
export function IntervalBar({
  interval: { low, high, score },
  scale: [from, to],
}: {
  interval: Interval;
  scale: readonly [number, number];
}) {
  const { t, f } = useLanguage();
  const at = (value: number) => 4 + (112 * (value - from)) / (to - from);
  return (
    <svg
      className="interval-bar"
      viewBox="0 0 120 18"
      role="img"
      aria-label={t('decision.interval', { low: f.mean(low), high: f.mean(high) })}
    >
      <line className="interval-ground" x1={4} x2={116} y1={9} y2={9} />
      <line className="interval-line" x1={at(low)} x2={at(high)} y1={9} y2={9} />
      <line className="interval-end" x1={at(low)} x2={at(low)} y1={5} y2={13} />
      <line className="interval-end" x1={at(high)} x2={at(high)} y1={5} y2={13} />
      <circle className="interval-score" cx={at(score)} cy={9} r={4} />
    </svg>
  );
}
