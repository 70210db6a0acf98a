import { Navigate } from 'react-router';
import { Refusal } from '@domain/kernel/refusal.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { ErrorNote } from '@ui/error-note.tsx';
import { Loading } from '@ui/loading.tsx';
import { OrganiserShell } from '../organiser-shell.tsx';
import { DivisionsFields } from './divisions-fields.tsx';
import { EditionSection } from './edition-section.tsx';
import { JudgingFields } from './judging-fields.tsx';
import { AnchorsFields, CalibrationFields } from './panel-fields.tsx';
import { PrizesFields } from './prizes-fields.tsx';
import { QuizFields } from './quiz-fields.tsx';
import { useRules } from './rules-queries.ts';
import { SettingsSection } from './settings-section.tsx';
import { TellingFields } from './telling-fields.tsx';
import '../set-up.css';
import './rules.css';

const SECTIONS = [
  'edition',
  'telling',
  'divisions',
  'judging',
  'prizes',
  'anchors',
  'calibration',
  'quiz',
] as const;

/** The rules of the contest: what is declared before judging, section by section. */
export function RulesPage() {
  const { t } = useLanguage();
  const rules = useRules();
  const { data, error } = rules;
  if (error instanceof Refusal && error.code === 'edition.missing') {
    return <Navigate to="/ban-to-chuc/thiet-lap" replace />;
  }
  return (
    <OrganiserShell title={t('rules.title')} lead={t('rules.lead')}>
      {rules.isPending ? <Loading /> : null}
      {rules.isError ? <ErrorNote error={error} onRetry={() => void rules.refetch()} /> : null}
      {data ? (
        <div className="rules-page">
          <nav className="rules-contents" aria-label={t('rules.contents')}>
            <ul>
              {SECTIONS.map((section) => (
                <li key={section}>
                  <a href={`#rules-${section}`}>{t(`rules.${section}`)}</a>
                </li>
              ))}
            </ul>
          </nav>
          <div>
            <EditionSection rules={data} />
            <SettingsSection section="telling" rules={data} fields={TellingFields} />
            <SettingsSection section="divisions" rules={data} fields={DivisionsFields} />
            <SettingsSection section="judging" rules={data} fields={JudgingFields} />
            <SettingsSection section="prizes" rules={data} fields={PrizesFields} />
            <SettingsSection section="anchors" rules={data} fields={AnchorsFields} />
            <SettingsSection section="calibration" rules={data} fields={CalibrationFields} />
            <SettingsSection section="quiz" rules={data} fields={QuizFields} />
          </div>
        </div>
      ) : null}
    </OrganiserShell>
  );
}
