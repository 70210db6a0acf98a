import { useId } from 'react';
import { useLanguage } from '@i18n/use-language.tsx';
import { ErrorNote } from '@ui/error-note.tsx';
import { Loading } from '@ui/loading.tsx';
import { JudgeShell } from './judge-shell.tsx';
import { useSheets } from './judging-queries.ts';
import { type Spread, spreadsOf } from './score-spread.ts';
import './own-points-page.css';

function SpreadFigure({ spread }: { spread: Spread }) {
  const { t, f } = useLanguage();
  const title = useId();
  const { criterion, count, mean, max, low, high, bars } = spread;
  const name = criterion?.name ?? t('desk.mine.total');
  const most = Math.max(1, ...bars.map((bar) => bar.count));
  return (
    <section className="spread" aria-labelledby={title}>
      <h2 id={title}>{name}</h2>
      <table>
        <caption>
          {t('desk.mine.caption', { name, count, mean: f.mean(mean), max })}{' '}
          {t('desk.mine.spread', { low, high })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('desk.mine.range')}</th>
            <th scope="col">{t('desk.mine.sheets')}</th>
          </tr>
        </thead>
        <tbody>
          {bars.map((bar) => (
            <tr key={bar.from}>
              <th scope="row">
                {bar.from === bar.to
                  ? t('desk.level.one', { from: bar.from })
                  : t('desk.level', { from: bar.from, to: bar.to })}
              </th>
              <td>
                <span className="spread-bar" style={{ width: `${(100 * bar.count) / most}%` }} />
                <span className="spread-count">{bar.count}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** How the judge has used the scale so far: own sheets, handed in. */
export function OwnPointsPage() {
  const { t } = useLanguage();
  const sheets = useSheets();
  const spreads = sheets.data ? spreadsOf(sheets.data.sheets, sheets.data.criteria) : null;
  return (
    <JudgeShell title={t('desk.mine')} lead={t('desk.mine.lead')}>
      {sheets.isPending ? <Loading /> : null}
      {sheets.isError ? (
        <ErrorNote error={sheets.error} onRetry={() => void sheets.refetch()} />
      ) : null}
      {spreads?.length === 0 ? <p>{t('desk.mine.none')}</p> : null}
      <div className="spreads">
        {spreads?.map((spread) => (
          <SpreadFigure key={spread.criterion?.id ?? 'total'} spread={spread} />
        ))}
      </div>
    </JudgeShell>
  );
}
