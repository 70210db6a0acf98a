import type { AssignmentReportView } from '@contract/assignment.ts';
import { useLanguage } from '@i18n/use-language.tsx';

const MOST_JUDGES = 80;
const LEVELS = 5;

/** How many entries every two judges share, darker where they share more. */
export function PairTable({ report }: { report: AssignmentReportView }) {
  const { t } = useLanguage();
  const { loads, pairs, pairSpread, judgeNames } = report;
  const judges = loads.map(({ judgeId }) => judgeId);
  const { least, most } = pairSpread;
  const spread = t('assignment.pairs.spread', {
    least,
    most,
    mean: pairSpread.mean.toFixed(1).replace('.', ','),
  });
  if (judges.length > MOST_JUDGES || judges.length < 2) return <p>{spread}</p>;
  const shared = new Map(pairs.map(({ a, b, entries }) => [[a, b].toSorted().join(' '), entries]));
  const sharedBy = (a: string, b: string) => shared.get([a, b].toSorted().join(' ')) ?? 0;
  const levelOf = (count: number) =>
    Math.round(((count - least) / Math.max(1, most - least)) * LEVELS);
  return (
    <>
      <p>{spread}</p>
      <div
        className="pair-frame"
        role="region"
        aria-label={t('assignment.pairs')}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by keyboard
        tabIndex={0}
      >
        <table className="pair-table">
          <caption className="visually-hidden">{t('assignment.pairs')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('assignment.judge')}</th>
              {judges.map((judgeId, index) => (
                <th key={judgeId} scope="col">
                  <abbr title={judgeNames[judgeId]}>{index + 1}</abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {judges.map((row, index) => (
              <tr key={row}>
                <th scope="row">
                  {index + 1}. {judgeNames[row]}
                </th>
                {judges.map((column) =>
                  row === column ? (
                    <td key={column} className="pair-self">
                      –
                    </td>
                  ) : (
                    <td key={column} data-level={levelOf(sharedBy(row, column))}>
                      {sharedBy(row, column)}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
