import { Button } from '@mantine/core';
import { FlaskConical } from 'lucide-react';
import type { DemoSignIns } from '@contract/host.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import type { AdultFill, PupilFill } from './filled-in.ts';
import './demo-sign-ins.css';

export type DemoPick =
  | { readonly to: '/vao'; readonly fill: PupilFill }
  | { readonly to: '/dang-nhap'; readonly fill: AdultFill };

/** The demo's sign-ins, each one click away from a filled form. */
export function DemoSignInList({
  demo,
  onPick,
}: {
  demo: DemoSignIns;
  onPick: (pick: DemoPick) => void;
}) {
  const { t } = useLanguage();
  const { classCode, cardNumber, pin } = demo.pupil;
  return (
    <details className="demo-sign-ins">
      <summary>
        <FlaskConical size={20} aria-hidden="true" />
        {t('account.demo.title')}
      </summary>
      <p>{t('account.demo.lead')}</p>
      <ul>
        <li>
          <Button
            variant="default"
            onClick={() =>
              onPick({ to: '/vao', fill: { classCode, cardNumber: String(cardNumber), pin } })
            }
          >
            {t('account.demo.pupil')}
          </Button>
          <span>{t('account.demo.pupilFacts', { classCode, cardNumber, pin })}</span>
        </li>
        {demo.adults.map(({ role, email, password }) => (
          <li key={email}>
            <Button
              variant="default"
              onClick={() => onPick({ to: '/dang-nhap', fill: { email, password } })}
            >
              {t(`account.demo.${role}`)}
            </Button>
            <span>{t('account.demo.adultFacts', { email, password })}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
