import type { Overview } from '@contract/organiser.ts';
import { byGivenName } from '@domain/people/names.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { type Column, DataTable } from '@ui/data-table.tsx';

type Judge = Overview['judges'][number];

/** How many sheets each judge has and how many are in. */
export function JudgesSection({ judges }: { judges: readonly Judge[] }) {
  const { t, f } = useLanguage();
  const columns: Column<Judge>[] = [
    {
      key: 'name',
      label: t('organiser.judges.name'),
      heading: true,
      show: (judge) => judge.fullName,
    },
    {
      key: 'assigned',
      label: t('organiser.judges.assigned'),
      numeric: true,
      show: (judge) => f.integer(judge.assigned),
    },
    {
      key: 'submitted',
      label: t('organiser.judges.submitted'),
      numeric: true,
      show: (judge) => f.integer(judge.submitted),
    },
    {
      key: 'progress',
      label: t('organiser.judges.progress'),
      show: (judge) => (
        <span className="judge-progress">
          {judge.assigned === 0 ? null : (
            <progress
              aria-label={t('organiser.judges.progressOf', { name: judge.fullName })}
              value={judge.submitted}
              max={judge.assigned}
            />
          )}
          <span>{t(`organiser.judges.state.${stateOf(judge)}`)}</span>
        </span>
      ),
    },
  ];
  return (
    <section aria-labelledby="judges-title">
      <h2 id="judges-title">{t('organiser.judges.title')}</h2>
      {judges.length === 0 ? (
        <p>{t('organiser.judges.none')}</p>
      ) : (
        <DataTable
          caption={t('organiser.judges.title')}
          columns={columns}
          rows={judges.toSorted(byGivenName)}
          rowKey={(judge) => judge.judgeId}
        />
      )}
    </section>
  );
}

function stateOf(judge: Judge): 'idle' | 'waiting' | 'going' | 'done' {
  if (judge.assigned === 0) return 'idle';
  if (judge.submitted === 0) return 'waiting';
  return judge.submitted < judge.assigned ? 'going' : 'done';
}
