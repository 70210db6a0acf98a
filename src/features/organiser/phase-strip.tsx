import { Check, Circle, CircleDot } from 'lucide-react';
import type { Overview } from '@contract/organiser.ts';
import type { RoundPhase } from '@domain/contest/round.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import './phase-strip.css';

const STEPS = ['submission', 'judging', 'decision', 'publication'] as const;
/** Which step is under way; before the first one nothing is, after the last everything is done. */
const AT: Readonly<Record<RoundPhase, number>> = {
  upcoming: -1,
  open: 0,
  judging: 1,
  decided: 2,
  published: 4,
};
const ICONS = { done: Check, now: CircleDot, later: Circle } as const;

function useWhen(overview: Overview): Readonly<Record<(typeof STEPS)[number], string>> {
  const { t, f } = useLanguage();
  const { edition, submissionEndsAt, judgingClosedAt, publishedAt } = overview;
  const upcoming = edition.phase === 'upcoming';
  return {
    submission: upcoming
      ? t('organiser.phase.from', { when: f.dateTime(edition.opensAt) })
      : t('organiser.phase.until', { when: f.dateTime(submissionEndsAt) }),
    judging:
      judgingClosedAt === null
        ? ''
        : t('organiser.phase.until', { when: f.dateTime(judgingClosedAt) }),
    decision: '',
    publication:
      publishedAt === null ? '' : t('organiser.phase.at', { when: f.dateTime(publishedAt) }),
  };
}

/** Where the round stands, from taking entries in to publishing. */
export function PhaseStrip({ overview }: { overview: Overview }) {
  const { t } = useLanguage();
  const when = useWhen(overview);
  const at = AT[overview.edition.phase];
  return (
    <ol className="phase-strip" aria-label={t('organiser.phase.label')}>
      {STEPS.map((step, index) => {
        const state = index < at ? 'done' : index === at ? 'now' : 'later';
        const Icon = ICONS[state];
        return (
          <li key={step} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
            <span className="phase-mark">
              <Icon size={18} aria-hidden="true" />
            </span>
            <span className="phase-name">{t(`organiser.phase.${step}`)}</span>
            <span className="phase-state">{t(`organiser.phase.${state}`)}</span>
            <span className="phase-when">{when[step]}</span>
          </li>
        );
      })}
    </ol>
  );
}
