import type { Overview } from '@contract/organiser.ts';
import { byGivenName } from '@domain/people/names.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { type Column, DataTable } from '@ui/data-table.tsx';

type Judge = Overview['judges'][number];

/** How far each judge is, and who has been silent for long; without any score. */
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
      key: 'submitted',
      label: t('organiser.judges.submitted'),
      numeric: true,
      show: (judge) =>
        t('organiser.numbers.of', {
          some: f.integer(judge.submitted),
          all: f.integer(judge.assigned),
        }),
    },
    {
      key: 'started',
      label: t('organiser.judges.started'),
      numeric: true,
      show: (judge) => f.integer(judge.started),
    },
    {
      key: 'left',
      label: t('organiser.judges.left'),
      numeric: true,
      show: (judge) => f.integer(judge.assigned - judge.submitted),
    },
    {
      key: 'active',
      label: t('organiser.judges.lastActive'),
      show: (judge) => (judge.lastActiveAt === null ? '–' : f.dateTime(judge.lastActiveAt)),
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
          <span className={judge.late ? 'judge-late' : undefined}>
            {t(`organiser.judges.state.${stateOf(judge)}`)}
          </span>
        </span>
      ),
    },
  ];
  const late = judges.filter((judge) => judge.late).length;
  return (
    <section aria-labelledby="judges-title">
      <h2 id="judges-title">{t('organiser.judges.title')}</h2>
      {judges.length === 0 ? (
        <p>{t('organiser.judges.none')}</p>
      ) : (
        <>
          {late > 0 ? <p className="judge-late">{t('organiser.judges.late', { late })}</p> : null}
          <DataTable
            caption={t('organiser.judges.title')}
            columns={columns}
            rows={judges.toSorted((a, b) => Number(b.late) - Number(a.late) || byGivenName(a, b))}
            rowKey={(judge) => judge.judgeId}
          />
        </>
      )}
    </section>
  );
}

function stateOf(judge: Judge): 'idle' | 'late' | 'waiting' | 'going' | 'done' {
  if (judge.assigned === 0) return 'idle';
  if (judge.late) return 'late';
  if (judge.submitted === 0) return 'waiting';
  return judge.submitted < judge.assigned ? 'going' : 'done';
}
