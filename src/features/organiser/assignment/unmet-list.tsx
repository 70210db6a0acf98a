import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { AssignmentReportView, UnmetView } from '@contract/assignment.ts';
import { useLanguage } from '@i18n/use-language.tsx';

function useUnmetWords(report: AssignmentReportView): (unmet: UnmetView) => string {
  const { t } = useLanguage();
  const code = (entryId: string) => report.blindCodes[entryId] ?? '–';
  const judge = (judgeId: string) => report.judgeNames[judgeId] ?? '–';
  return (unmet) => {
    switch (unmet.kind) {
      case 'seats-missing': {
        const { wanted, seated, cause, entryId } = unmet;
        const values = { code: code(entryId), wanted, seated };
        const kind = report.anchors.includes(entryId) ? 'anchor-missing' : 'seats-missing';
        return t(`assignment.unmet.${kind}.${cause}`, values);
      }
      case 'division-apart': {
        const { divisionId, components, cause } = unmet;
        const division = report.divisions.find((each) => each.divisionId === divisionId);
        const name = division?.name || t('assignment.allEntries');
        return t(`assignment.unmet.division-apart.${cause}`, { name, components });
      }
      case 'loads-uneven': {
        const { least, most } = unmet;
        return t('assignment.unmet.loads-uneven', { least, most });
      }
      case 'over-capacity': {
        const { judgeId, capacity, load } = unmet;
        return t('assignment.unmet.over-capacity', { name: judge(judgeId), capacity, load });
      }
      case 'begun-in-conflict': {
        const { entryId, judgeId } = unmet;
        const values = { code: code(entryId), name: judge(judgeId) };
        return t('assignment.unmet.begun-in-conflict', values);
      }
      case 'panel-of-one-unit': {
        const { entryId, unitId } = unmet;
        const values = { code: code(entryId), unit: report.unitNames[unitId] ?? '–' };
        return t('assignment.unmet.panel-of-one-unit', values);
      }
    }
  };
}

/** What could not be had, in plain words; or that everything could. */
export function UnmetList({ report }: { report: AssignmentReportView }) {
  const { t } = useLanguage();
  const words = useUnmetWords(report);
  const more = report.unmetCount - report.unmet.length;
  if (report.unmetCount === 0) {
    return (
      <p className="assignment-good">
        <CircleCheck aria-hidden="true" />
        <span>{t('assignment.unmet.none')}</span>
      </p>
    );
  }
  return (
    <div className="assignment-unmet">
      <h3>
        <TriangleAlert aria-hidden="true" />
        {t('assignment.unmet', { count: report.unmetCount })}
      </h3>
      <ul>
        {report.unmet.map(words).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {more > 0 ? <p>{t('assignment.unmet.more', { more })}</p> : null}
    </div>
  );
}
