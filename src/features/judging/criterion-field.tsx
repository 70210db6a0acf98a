import { Minus, Plus } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { levelRanges } from '@domain/judging/levels.ts';
import type { CriterionView } from '@domain/judging/sheet.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { keepDigits, readPoints } from './points-entry.ts';

const STEPS: Readonly<Record<string, number>> = {
  ArrowUp: 1,
  '+': 1,
  ArrowDown: -1,
  '-': -1,
  PageUp: 5,
  PageDown: -5,
};

/** What the work is like at each level of points; the one that the points are at stands out. */
function Levels({ criterion, points }: { criterion: CriterionView; points: number | null }) {
  const { t } = useLanguage();
  const { id, maxPoints, levels } = criterion;
  const ranges = levelRanges(maxPoints, levels.length);
  if (ranges.length === 0) return null;
  const at = ranges.findIndex(({ from, to }) => points !== null && points >= from && points <= to);
  return (
    <details className="criterion-levels" id={`levels-${id}`}>
      <summary>
        {at === -1 ? t('desk.levels') : t('desk.level.now', { text: levels[at] ?? '' })}
      </summary>
      <dl>
        {ranges.map(({ from, to }, index) => (
          <div key={from} data-now={index === at || undefined}>
            <dt>{from === to ? t('desk.level.one', { from }) : t('desk.level', { from, to })}</dt>
            <dd>{levels[index]}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** Whole points for one criterion: typed or stepped. */
export function CriterionField({
  criterion,
  text,
  onText,
  onStep,
  onEnter,
}: {
  criterion: CriterionView;
  text: string;
  onText: (text: string) => void;
  onStep: (delta: number) => void;
  onEnter: () => void;
}) {
  const { t } = useLanguage();
  const { id, name, description, maxPoints } = criterion;
  const entered = readPoints(text, maxPoints);
  const over = entered.kind === 'over';

  const onKeyDown = (event: KeyboardEvent) => {
    const delta = STEPS[event.key];
    if (delta === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    if (delta === undefined) onEnter();
    else onStep(delta);
  };

  return (
    <div className="criterion" data-entered={entered.kind}>
      <label htmlFor={`points-${id}`} className="criterion-name">
        {name}
      </label>
      <div className="criterion-entry">
        <button
          type="button"
          tabIndex={-1}
          aria-label={t('judging.points.less', { name })}
          onClick={() => onStep(-1)}
        >
          <Minus size={20} aria-hidden="true" />
        </button>
        <input
          id={`points-${id}`}
          data-points
          role="spinbutton"
          inputMode="numeric"
          autoComplete="off"
          value={text}
          aria-valuemin={0}
          aria-valuemax={maxPoints}
          aria-valuenow={entered.kind === 'points' ? entered.points : undefined}
          aria-invalid={over}
          aria-describedby={`about-${id}`}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => onText(keepDigits(event.currentTarget.value))}
          onKeyDown={onKeyDown}
        />
        <button
          type="button"
          tabIndex={-1}
          aria-label={t('judging.points.more', { name })}
          onClick={() => onStep(1)}
        >
          <Plus size={20} aria-hidden="true" />
        </button>
        <span className="criterion-max">{t('judging.points.of', { max: maxPoints })}</span>
      </div>
      <p id={`about-${id}`} className="criterion-about">
        {over ? (
          <strong className="criterion-over">{t('judging.points.over', { max: maxPoints })}</strong>
        ) : (
          description
        )}
      </p>
      <Levels criterion={criterion} points={entered.kind === 'points' ? entered.points : null} />
      <span
        className="criterion-scale"
        style={{ width: entered.kind === 'points' ? `${(100 * entered.points) / maxPoints}%` : 0 }}
      />
    </div>
  );
}
