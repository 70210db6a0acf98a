import type { ClassView, PupilRow } from '@contract/classroom.ts';
import { CONSENT_TEXT_VERSION, PURPOSES } from '@domain/classroom/consent.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { useHost } from '@platform/queries.ts';
import './consent-slip.css';

const SIGNERS = ['guardian', 'child'] as const;

/** One sheet of A4 for one family; with dotted lines to write on when there is no pupil. */
export function ConsentSlip({ view, pupil }: { view: ClassView; pupil: PupilRow | null }) {
  const { t, f } = useLanguage();
  const host = useHost();
  const signers = pupil !== null && !pupil.needsChildAssent ? (['guardian'] as const) : SIGNERS;
  const facts = [
    { name: 'name', value: pupil?.fullName },
    { name: 'birthDate', value: pupil ? f.isoDay(pupil.birthDate) : undefined },
    { name: 'class', value: view.name },
    { name: 'school', value: view.schoolName },
  ] as const;
  return (
    <article className="slip">
      <header>
        <p className="slip-contest">
          {host.data?.edition?.name ?? t('common.product')}
          {host.data?.demo ? <span className="card-demo">{t('classroom.slip.demo')}</span> : null}
        </p>
        <h2>{t('classroom.slip.title')}</h2>
      </header>
      <dl className="slip-facts">
        {facts.map(({ name, value }) => (
          <div key={name}>
            <dt>{t(`classroom.slip.${name}`)}</dt>
            <dd className={value === undefined ? 'slip-dotted' : undefined}>{value}</dd>
          </div>
        ))}
      </dl>
      <p>{t('classroom.slip.intro')}</p>
      <table className="slip-table">
        <thead>
          <tr>
            <th scope="col">{t('classroom.slip.purpose')}</th>
            {signers.map((party) => (
              <th key={party} scope="col" className="slip-word">
                {t(`classroom.slip.${party}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {PURPOSES.map((purpose, index) => (
            <tr key={purpose}>
              <th scope="row">
                <strong>
                  {t('classroom.slip.item', {
                    number: index + 1,
                    purpose: t(`classroom.purpose.${purpose}`),
                  })}
                </strong>
                <span>{t(`classroom.purposeAbout.${purpose}`)}</span>
              </th>
              {signers.map((party) => (
                <td key={party} className="slip-word">
                  <span className="slip-box">{t('classroom.slip.yes')}</span>
                  <span className="slip-box">{t('classroom.slip.no')}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p>{t('classroom.slip.rights')}</p>
      <div className="slip-signatures">
        {signers.map((party) => (
          <div key={party}>
            <p className="slip-date">{t('classroom.slip.date')}</p>
            <p>
              <strong>{t(`classroom.slip.${party}Signs`)}</strong>
            </p>
            <p className="slip-sign-here">{t('classroom.slip.signHere')}</p>
          </div>
        ))}
      </div>
      <footer>{t('classroom.slip.version', { version: CONSENT_TEXT_VERSION })}</footer>
    </article>
  );
}
