import { CircleCheck, CircleDashed } from 'lucide-react';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Refusal } from '@domain/kernel/refusal.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { ErrorNote } from '@ui/error-note.tsx';
import { Loading } from '@ui/loading.tsx';
import { AccountsSection } from './accounts-section.tsx';
import { EditionForm } from './edition-form.tsx';
import { EditionSummary } from './edition-summary.tsx';
import { type Check, checklist } from './missing-steps.ts';
import { useAccounts, useOverview, useUnits } from './organiser-queries.ts';
import { OrganiserShell } from './organiser-shell.tsx';
import { UnitsSection } from './units-section.tsx';
import './organiser.css';
import './set-up.css';

const STEPS = ['edition', 'units', 'accounts'] as const;
type Step = (typeof STEPS)[number];
const ADDRESS: Readonly<Record<Step, string>> = {
  edition: 'cuoc-thi',
  units: 'truong',
  accounts: 'tai-khoan',
};
/** In which step a line of the checklist is put right. */
const STEP_OF: Readonly<Record<Check['id'], Step>> = {
  edition: 'edition',
  schools: 'units',
  teachers: 'accounts',
  judges: 'accounts',
};

/** An empty contest: expected here, for this page is where it is filled. */
function isEditionMissing(error: unknown): boolean {
  return error instanceof Refusal && error.code === 'edition.missing';
}

function Checklist({ checks }: { checks: readonly Check[] }) {
  const { t } = useLanguage();
  const ready = checks.every(({ done }) => done);
  return (
    <section
      className="checklist"
      data-ready={ready || undefined}
      aria-labelledby="checklist-title"
    >
      <h2 id="checklist-title">
        {t(ready ? 'organiser.checklist.ready' : 'organiser.checklist.title')}
      </h2>
      <ul>
        {checks.map(({ id, done, have, need }) => {
          const Icon = done ? CircleCheck : CircleDashed;
          return (
            <li key={id} data-done={done || undefined}>
              <Icon size={20} aria-hidden="true" />
              <span>
                {done ? (
                  t(`organiser.checklist.${id}.done`, { have })
                ) : (
                  <Link to={`?buoc=${ADDRESS[STEP_OF[id]]}`}>
                    {t(`organiser.checklist.${id}.missing`, { have, need, missing: need - have })}
                  </Link>
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function StepLinks({ current, checks }: { current: Step; checks: readonly Check[] }) {
  const { t } = useLanguage();
  return (
    <nav className="set-up-steps" aria-label={t('organiser.setUp.steps')}>
      <ol>
        {STEPS.map((step, index) => {
          const done = checks.filter(({ id }) => STEP_OF[id] === step).every((check) => check.done);
          return (
            <li key={step}>
              <Link
                to={`?buoc=${ADDRESS[step]}`}
                aria-current={step === current ? 'step' : undefined}
              >
                <span className="set-up-number" data-done={done || undefined}>
                  {done ? <CircleCheck size={22} aria-hidden="true" /> : index + 1}
                </span>
                {t(`organiser.setUp.${step}`)}
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

/** Setting up a real contest, step by step; also where schools and people are added later. */
export function SetUpPage() {
  const { t } = useLanguage();
  const [search, setSearch] = useSearchParams();
  const [begun, setBegun] = useState<Step | null>(null);
  const overview = useOverview();
  const units = useUnits();
  const accounts = useAccounts();
  const empty = isEditionMissing(overview.error);
  const failed = [overview, units, accounts].find(
    ({ error }) => error !== null && !isEditionMissing(error),
  );
  const known =
    accounts.data && (overview.data || empty) && (units.data || units.isError)
      ? { units: units.data?.units ?? [], accounts: accounts.data.accounts }
      : null;
  const edition = overview.data?.edition ?? null;
  const checks = known
    ? checklist(overview.data?.judgesPerEntry ?? null, known.units, known.accounts)
    : [];
  const firstMissing = checks.find(({ done }) => !done);
  const first = firstMissing ? STEP_OF[firstMissing.id] : 'edition';
  // Where somebody began they stay: the first school added must not take the form away.
  if (known !== null && begun === null) setBegun(first);
  const current = STEPS.find((step) => ADDRESS[step] === search.get('buoc')) ?? begun ?? first;
  return (
    <OrganiserShell title={t('organiser.place.setUp')} lead={t('organiser.setUp.lead')}>
      {failed ? (
        <ErrorNote error={failed.error} onRetry={() => void failed.refetch()} />
      ) : known === null ? (
        <Loading />
      ) : (
        <>
          <Checklist checks={checks} />
          <StepLinks current={current} checks={checks} />
          {current === 'edition' && edition === null ? (
            <EditionForm onCreated={() => setSearch({ buoc: ADDRESS.units })} />
          ) : null}
          {current === 'edition' && overview.data ? (
            <EditionSummary
              edition={overview.data.edition}
              judgesPerEntry={overview.data.judgesPerEntry}
            />
          ) : null}
          {current === 'units' ? (
            <UnitsSection units={known.units} editionMissing={edition === null} />
          ) : null}
          {current === 'accounts' ? (
            <AccountsSection
              units={known.units}
              accounts={known.accounts}
              readAt={accounts.dataUpdatedAt}
            />
          ) : null}
        </>
      )}
    </OrganiserShell>
  );
}
