import { Button } from '@mantine/core';
import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import type { Overview } from '@contract/organiser.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { ButtonLink } from '@ui/button-link.tsx';
import { DeedDialog } from './deed-dialog.tsx';
import {
  type NextStep,
  nextStep,
  possibleDeeds,
  type RoundDeed,
  unfinishedSheets,
} from './next-step.ts';

const PLACES = {
  prepare: '/ban-to-chuc/thiet-lap',
  assign: '/ban-to-chuc/phan-cong',
  decide: '/ban-to-chuc/xep-hang',
  gallery: '/phong-tranh',
} as const;

function isPlace(step: NextStep): step is keyof typeof PLACES {
  return step in PLACES;
}

function DoneNote({ deed }: { deed: RoundDeed }) {
  const { t } = useLanguage();
  return (
    <p className="deed-done" role="status">
      <CircleCheck aria-hidden="true" />
      {t(`organiser.deed.${deed}.done`)}
    </p>
  );
}

/** The one next action as the main button; what else may be done stands beside it, quieter. */
export function NextStepPanel({ overview }: { overview: Overview }) {
  const { t, f } = useLanguage();
  const [asked, setAsked] = useState<RoundDeed | null>(null);
  const [done, setDone] = useState<RoundDeed | null>(null);
  const step = nextStep(overview);
  // While pupils still draw or judges still judge, closing early is possible but not urged.
  const wait =
    step === 'close-submission' || (step === 'close-judging' && unfinishedSheets(overview) > 0);
  const others = possibleDeeds(overview).filter((deed) => deed !== step);
  return (
    <section className="next-step" aria-labelledby="next-step-title">
      {done ? <DoneNote deed={done} /> : null}
      <div>
        <h2 id="next-step-title">{t(`organiser.next.${step}.title`)}</h2>
        <p>
          {t(`organiser.next.${step}.text`, {
            unassigned: overview.entries.unassigned,
            unfinished: unfinishedSheets(overview),
            when: f.dateTime(
              step === 'prepare' ? overview.edition.opensAt : overview.submissionEndsAt,
            ),
          })}
        </p>
      </div>
      <div className="next-step-actions">
        {isPlace(step) ? (
          <ButtonLink to={PLACES[step]}>{t(`organiser.next.${step}`)}</ButtonLink>
        ) : (
          <Button variant={wait ? 'default' : 'filled'} onClick={() => setAsked(step)}>
            {t(`organiser.deed.${step}`)}
          </Button>
        )}
        {others.map((deed) => (
          <Button key={deed} variant="default" onClick={() => setAsked(deed)}>
            {t(`organiser.deed.${deed}`)}
          </Button>
        ))}
      </div>
      {asked === null ? null : (
        <DeedDialog
          key={asked}
          deed={asked}
          overview={overview}
          onDone={() => {
            setDone(asked);
            setAsked(null);
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  );
}
