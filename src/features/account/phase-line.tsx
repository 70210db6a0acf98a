import type { EditionView } from '@domain/contest/edition.ts';
import type { RoundPhase } from '@domain/contest/round.ts';
import { useLanguage } from '@i18n/use-language.tsx';

const STEPS = ['submission', 'judging', 'publication'] as const;
const CURRENT: Readonly<Record<RoundPhase, (typeof STEPS)[number]>> = {
  upcoming: 'submission',
  open: 'submission',
  judging: 'judging',
  decided: 'judging',
  published: 'publication',
};

/** Where the contest stands, as three steps and one sentence with the date that matters now. */
export function PhaseLine({ edition }: { edition: EditionView }) {
  const { t, f } = useLanguage();
  const { phase, opensAt, closesAt } = edition;
  const moment = phase === 'upcoming' ? opensAt : closesAt;
  return (
    <div className="phase">
      <p className="phase-now">
        {t(`account.phase.${phase}`, { time: f.time(moment), date: f.date(moment) })}
      </p>
      <ol className="phase-steps">
        {STEPS.map((step) => (
          <li key={step} aria-current={CURRENT[phase] === step ? 'step' : undefined}>
            {t(`account.step.${step}`, { opens: f.date(opensAt), closes: f.date(closesAt) })}
          </li>
        ))}
      </ol>
    </div>
  );
}
