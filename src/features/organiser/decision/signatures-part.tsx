import { Button } from '@mantine/core';
import { CircleAlert, PenLine } from 'lucide-react';
import type { Decision } from '@contract/decision.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { ErrorNote } from '@ui/error-note.tsx';
import { useSign } from './decision-queries.ts';

export function validSignatures({ signatures }: Pick<Decision, 'signatures'>): number {
  return signatures.filter(({ valid }) => valid).length;
}

/** The result's SHA-256, who signed it, and one's own signature. */
export function SignaturesPart({ decision }: { decision: Decision }) {
  const { t, f } = useLanguage();
  const sign = useSign();
  const { resultSha256, signatures, state } = decision;
  if (resultSha256 === null) return null;
  const own = signatures.some((line) => line.own && line.valid);
  return (
    <section className="decision-part" aria-labelledby="sign-title">
      <h2 id="sign-title">{t('decision.sign.title')}</h2>
      <p>{t('decision.sign.text')}</p>
      <p className="hash-label">{t('decision.sign.hash')}</p>
      <code className="hash">{resultSha256}</code>
      <ul className="signatures" aria-live="polite">
        {signatures.map(({ name, signedAt, valid }) => (
          <li key={`${name}-${signedAt}`} data-stale={!valid || undefined}>
            {valid ? <PenLine size={20} aria-hidden="true" /> : null}
            {valid ? null : <CircleAlert size={20} aria-hidden="true" />}
            {valid
              ? t('decision.sign.by', { name, when: f.dateTime(signedAt) })
              : t('decision.sign.stale', { name })}
          </li>
        ))}
        <li>{t('decision.sign.count', { count: validSignatures(decision) })}</li>
      </ul>
      {sign.isError ? <ErrorNote error={sign.error} /> : null}
      {state !== 'open' ? null : own ? (
        validSignatures(decision) < 2 ? (
          <p>{t('decision.sign.own')}</p>
        ) : null
      ) : (
        <Button loading={sign.isPending} onClick={() => sign.mutate(resultSha256)}>
          {t('decision.sign.do')}
        </Button>
      )}
    </section>
  );
}
