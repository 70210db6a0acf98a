import { Button } from '@mantine/core';
import { Eye } from 'lucide-react';
import { useState } from 'react';
import * as z from 'zod/mini';
import type { ReferenceView } from '@contract/calibration.ts';
import { sheetProblems, totalPoints } from '@domain/judging/sheet.ts';
import type { Id } from '@domain/kernel/ids.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { keptWork } from '@platform/kept-work.ts';
import { ErrorNote } from '@ui/error-note.tsx';
import { CriteriaList } from '../criteria-list.tsx';
import { pointsOf, stepPoints } from '../points-entry.ts';
import { useScoreReference } from './calibration-queries.ts';

const Texts = z.record(z.string(), z.string());

/** What stands in the fields of a reference entry, kept on this machine until it is given. */
export function useKeptTexts(referenceId: Id) {
  const [kept] = useState(() => keptWork(`reference:${referenceId}`));
  const [texts, setTexts] = useState<Readonly<Record<Id, string>>>(() => {
    const read = Texts.safeParse(kept.read());
    return read.success ? read.data : {};
  });
  const setText = (id: Id, text: string) => {
    const next = { ...texts, [id]: text };
    kept.write(next);
    setTexts(next);
  };
  return { texts, setText, forget: kept.forget };
}

/** Points of a reference entry: given once. */
export function ScorePanel({
  reference,
  work,
  onScored,
  inert,
}: {
  reference: ReferenceView;
  work: ReturnType<typeof useKeptTexts>;
  onScored: () => void;
  inert: boolean;
}) {
  const { t } = useLanguage();
  const { criteria } = reference;
  const { texts, setText } = work;
  const score = useScoreReference(reference.id);
  const points = pointsOf(criteria, texts);
  const { missing } = sheetProblems(criteria, points);
  const max = criteria.reduce((sum, { maxPoints }) => sum + maxPoints, 0);
  return (
    <section className="rubric" aria-label={t('judging.rubric')} inert={inert}>
      <div className="rubric-scroll">
        <h2>{t('judging.rubric')}</h2>
        <CriteriaList
          criteria={criteria}
          texts={texts}
          onText={setText}
          onStep={(id, delta, most) => setText(id, stepPoints(texts[id] ?? '', delta, most))}
        />
      </div>
      <div className="rubric-foot">
        <div className="rubric-total">
          <p>
            <span>{t('judging.total')}</span>
            <output>{t('judging.total.of', { total: totalPoints(points), max })}</output>
          </p>
        </div>
        {score.isError ? <ErrorNote error={score.error} /> : null}
        <div className="hand-in">
          <Button
            data-hand-in
            fullWidth
            disabled={missing.length > 0 || !reference.open}
            loading={score.isPending}
            leftSection={<Eye size={18} aria-hidden="true" />}
            onClick={() =>
              score.mutate(points, {
                onSuccess: () => {
                  work.forget();
                  onScored();
                },
              })
            }
          >
            {t('desk.calibration.send')}
          </Button>
          <p className="hand-in-missing">
            {missing.length > 0
              ? t('judging.handIn.untouched', { count: missing.length })
              : t('desk.calibration.once')}
          </p>
        </div>
      </div>
    </section>
  );
}
