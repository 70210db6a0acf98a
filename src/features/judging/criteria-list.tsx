import { type CriterionView, sheetProblems } from '@domain/judging/sheet.ts';
import type { Id } from '@domain/kernel/ids.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { CriterionField } from './criterion-field.tsx';
import { pointsOf } from './points-entry.ts';

/**
 * The criteria to fill in, those of the drawing before those of the telling. Enter goes to the next,
 * from the last to the first that is still empty, and then to the button `[data-hand-in]`.
 */
export function CriteriaList({
  criteria,
  texts,
  onText,
  onStep,
}: {
  criteria: readonly CriterionView[];
  texts: Readonly<Record<Id, string>>;
  onText: (criterionId: Id, text: string) => void;
  onStep: (criterionId: Id, delta: number, maxPoints: number) => void;
}) {
  const { t } = useLanguage();
  const inOrder = [
    ...criteria.filter(({ work }) => work === 'drawing'),
    ...criteria.filter(({ work }) => work === 'telling'),
  ];
  const both = new Set(criteria.map(({ work }) => work)).size > 1;
  const goOnFrom = (index: number) => {
    const missing = sheetProblems(criteria, pointsOf(criteria, texts)).missing;
    const next = inOrder[index + 1] ?? inOrder.find(({ id }) => missing.includes(id));
    const selector = next === undefined ? '[data-hand-in]' : `#points-${CSS.escape(next.id)}`;
    document.querySelector<HTMLElement>(selector)?.focus();
  };
  return inOrder.map((criterion, index) => (
    <div key={criterion.id}>
      {both && criterion.work !== inOrder[index - 1]?.work ? (
        <h3 className="criteria-part">{t(`desk.of.${criterion.work}`)}</h3>
      ) : null}
      <CriterionField
        criterion={criterion}
        text={texts[criterion.id] ?? ''}
        onText={(text) => onText(criterion.id, text)}
        onStep={(delta) => onStep(criterion.id, delta, criterion.maxPoints)}
        onEnter={() => goOnFrom(index)}
      />
    </div>
  ));
}
