import { Button } from '@mantine/core';
import { CircleCheck, Dices } from 'lucide-react';
import { Link } from 'react-router';
import type { AssignmentOverview } from '@contract/assignment.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { ErrorNote } from '@ui/error-note.tsx';
import { useAssign, usePreview } from './assignment-queries.ts';
import { ReportView } from './report-view.tsx';

/** Preview, look, draw again if wished, confirm: nothing is given out before that. */
export function PlanPanel({ overview }: { overview: AssignmentOverview }) {
  const { t, f } = useLanguage();
  const preview = usePreview();
  const assign = useAssign();
  const plan = preview.data;
  const first = overview.judges.every(({ sheets }) => sheets === 0);
  const idle =
    plan !== undefined &&
    plan.report.added + plan.report.removed + plan.report.takenOut.length === 0;
  const look = (seed: number | null) => {
    assign.reset();
    preview.mutate(seed);
  };
  const confirm = () => {
    if (!plan) return;
    assign.mutate(
      { seed: plan.report.seed, basis: plan.basis },
      { onSuccess: () => preview.reset() },
    );
  };
  return (
    <section aria-labelledby="plan-title">
      <h2 id="plan-title">{t(first ? 'assignment.plan.first' : 'assignment.plan.repair')}</h2>
      <p>
        {overview.lacking > 0
          ? t('assignment.plan.lacking', {
              lacking: overview.lacking,
              entries: overview.entries,
              perEntry: overview.judgesPerEntry,
            })
          : t('assignment.plan.enough', { entries: overview.entries })}{' '}
        {t(first ? 'assignment.plan.about' : 'assignment.plan.repair.about')}
      </p>
      {assign.isSuccess ? (
        <p className="assignment-good" role="status">
          <CircleCheck aria-hidden="true" />
          <span>
            {t('assignment.plan.done', {
              added: assign.data.report.added,
              removed: assign.data.report.removed,
              seed: String(assign.data.report.seed),
            })}{' '}
            <Link to={`/ban-to-chuc/phan-cong/${assign.data.runId}`}>
              {t('assignment.plan.report')}
            </Link>
          </span>
        </p>
      ) : null}
      {preview.isError ? <ErrorNote error={preview.error} /> : null}
      {plan ? (
        <>
          <p className="assignment-preview" role="status">
            {t(idle ? 'assignment.plan.idle' : 'assignment.plan.preview', {
              seed: String(plan.report.seed),
            })}
          </p>
          <ReportView report={plan.report} />
          {assign.isError ? <ErrorNote error={assign.error} /> : null}
        </>
      ) : null}
      <div className="assignment-actions">
        {plan && !idle ? (
          <>
            <Button loading={assign.isPending} onClick={confirm}>
              {t('assignment.plan.confirm', { added: f.integer(plan.report.added) })}
            </Button>
            <Button
              variant="default"
              leftSection={<Dices size={20} aria-hidden="true" />}
              loading={preview.isPending}
              onClick={() => look(null)}
            >
              {t('assignment.plan.again')}
            </Button>
            <Button variant="subtle" onClick={() => preview.reset()}>
              {t('common.cancel')}
            </Button>
          </>
        ) : (
          <Button
            variant={overview.lacking > 0 ? 'filled' : 'default'}
            disabled={!overview.open}
            loading={preview.isPending}
            onClick={() => look(null)}
          >
            {t('assignment.plan.look')}
          </Button>
        )}
        {overview.open ? null : <p>{t('assignment.plan.closed')}</p>}
      </div>
    </section>
  );
}
