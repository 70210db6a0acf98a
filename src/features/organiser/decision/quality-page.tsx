import type { readFlags } from '@contract/decision.ts';
import type { AnswerOf } from '@contract/route.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { ErrorNote } from '@ui/error-note.tsx';
import { Loading } from '@ui/loading.tsx';
import { OrganiserShell } from '../organiser-shell.tsx';
import { useFlags } from './decision-queries.ts';
import '../organiser.css';
import './decision.css';

type Quality = AnswerOf<typeof readFlags>;
type Flag = Quality['flags'][number];

function Figure({ name, value, text }: { name: string; value: number | null; text: string }) {
  const { t, f } = useLanguage();
  const word = value === null ? null : value >= 0.8 ? 'high' : value >= 0.5 ? 'fair' : 'low';
  return (
    <div>
      <dt>{name}</dt>
      <dd className="quality-figure">
        {value === null ? t('decision.none') : f.mean(value)}
        {word === null ? null : <small>{t(`decision.quality.${word}`)}</small>}
      </dd>
      <dd>{text}</dd>
    </div>
  );
}

function Figures({ quality }: { quality: Quality }) {
  const { t, f } = useLanguage();
  const { reliability, icc, alpha } = quality;
  return (
    <dl className="quality">
      <Figure
        name={t('decision.quality.reliability')}
        value={reliability}
        text={t('decision.quality.reliabilityText')}
      />
      <Figure
        name={t('decision.quality.alpha')}
        value={alpha}
        text={t('decision.quality.alphaText')}
      />
      <Figure
        name={t('decision.quality.icc')}
        value={icc.single?.value ?? null}
        text={
          icc.single === null
            ? t('decision.quality.iccNone')
            : t('decision.quality.iccText', {
                low: f.mean(icc.single.low),
                high: f.mean(icc.single.high),
              })
        }
      />
    </dl>
  );
}

function useFlagText() {
  const { t, f } = useLanguage();
  return ({ kind, value, limit }: Flag): string => {
    // Shares of full marks are read as per cent.
    const unit = kind === 'halo' ? 100 : 1;
    const shown = { value: f.mean(Math.abs(unit * value)), limit: f.mean(unit * limit) };
    if (kind !== 'severity') return t(`decision.flag.${kind}.text`, shown);
    return t(value > 0 ? 'decision.flag.severity.lenient' : 'decision.flag.severity.severe', shown);
  };
}

function FlagList({ flags }: { flags: readonly Flag[] }) {
  const { t } = useLanguage();
  const textOf = useFlagText();
  if (flags.length === 0) return <p>{t('decision.flags.none')}</p>;
  return (
    <ul className="flags">
      {flags.map((flag) => (
        <li key={`${flag.kind} ${flag.judgeName}`}>
          <strong>
            {flag.judgeName}: {t(`decision.flag.${flag.kind}`)}
          </strong>
          {textOf(flag)} <small>{t('decision.flag.sheets', { sheets: flag.sheets })}</small>
        </li>
      ))}
    </ul>
  );
}

/** How far judges agree, in plain words, and what somebody should look at. */
export function QualityPage() {
  const { t } = useLanguage();
  const quality = useFlags();
  return (
    <OrganiserShell title={t('decision.quality')} lead={t('decision.quality.lead')}>
      {quality.isError ? (
        <ErrorNote error={quality.error} onRetry={() => void quality.refetch()} />
      ) : quality.data === undefined ? (
        <Loading />
      ) : (
        <>
          <p>
            {t('decision.quality.numbers', {
              sheets: quality.data.sheets,
              judges: quality.data.judges,
            })}
          </p>
          <Figures quality={quality.data} />
          <section className="decision-part" aria-labelledby="flags-title">
            <h2 id="flags-title">{t('decision.flags.title')}</h2>
            <p>{t('decision.flags.text')}</p>
            <FlagList flags={quality.data.flags} />
          </section>
        </>
      )}
    </OrganiserShell>
  );
}
