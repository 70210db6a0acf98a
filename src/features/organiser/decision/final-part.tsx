import { Button } from '@mantine/core';
import type { Decision, FinalView } from '@contract/decision.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { ErrorNote } from '@ui/error-note.tsx';
import { useBeginFinal } from './decision-queries.ts';

/** What a final should reach to be called reliable. */
const GOOD = 0.8;

function FinalLine({ final }: { final: FinalView }) {
  const { t, f } = useLanguage();
  const { entries, judged, planned, reliability, counts, unseated } = final;
  const done = judged === planned && reliability !== null;
  return (
    <p>
      {t('decision.final.progress', { entries, judged, planned })}{' '}
      {unseated > 0 ? `${t('decision.final.unseated', { count: unseated })} ` : null}
      {done
        ? t(counts ? 'decision.final.counts' : 'decision.final.unreliable', {
            reliability: f.mean(reliability),
          })
        : t('decision.final.waits')}
      {done && counts && reliability < GOOD ? ` ${t('decision.final.modest')}` : null}
    </p>
  );
}

/** The pairwise finals of the uncertain bands: begun once, then waited for. */
export function FinalPart({ decision }: { decision: Decision }) {
  const { t } = useLanguage();
  const begin = useBeginFinal();
  const concerned = decision.divisions.filter(
    ({ bandCount, finals }) => bandCount > 0 || finals.length > 0,
  );
  const several = decision.divisions.length > 1;
  return (
    <section className="decision-part" aria-labelledby="final-title">
      <h2 id="final-title">{t('decision.final.title')}</h2>
      {concerned.length === 0 ? <p>{t('decision.final.none')}</p> : null}
      {begin.isError ? <ErrorNote error={begin.error} /> : null}
      {concerned.map(({ id, name, finals, bandCount }) => (
        <div key={id}>
          {several ? <h3>{name}</h3> : null}
          {finals.map((final, index) => (
            // Finals keep their places for good.
            <FinalLine key={`${id}-${index}`} final={final} />
          ))}
          {bandCount > 0 ? (
            <>
              <p>{t('decision.final.text', { count: bandCount })}</p>
              {decision.state === 'open' ? (
                <Button
                  variant="default"
                  loading={begin.isPending}
                  onClick={() => begin.mutate(id)}
                >
                  {t('decision.final.begin')}
                </Button>
              ) : null}
            </>
          ) : null}
        </div>
      ))}
    </section>
  );
}
