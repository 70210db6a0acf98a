import { Button } from '@mantine/core';
import { ArrowLeft, Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useLanguage } from '@i18n/use-language.tsx';
import { ButtonLink } from '@ui/button-link.tsx';
import './print-preview.css';

export type PrintChoice = { readonly value: string; readonly label: string };

/** What the address says after `?in=`: which sheets to print. */
export function usePrintChoice(): string {
  const [params] = useSearchParams();
  return params.get('in') ?? '';
}

/** Sheets of paper on the screen: tools above, which the printer leaves out. */
export function PrintPreview({
  title,
  lead,
  back,
  choices,
  children,
}: {
  title: string;
  lead: string;
  back: string;
  choices: readonly PrintChoice[];
  children: ReactNode;
}) {
  const { t } = useLanguage();
  const chosen = usePrintChoice();
  const [, setParams] = useSearchParams();
  return (
    <main id="main" className="print-preview">
      <div className="print-tools">
        <div className="print-title">
          <h1>{title}</h1>
          <p>{lead}</p>
        </div>
        <div className="print-buttons">
          <label className="print-choice">
            <span>{t('classroom.print.which')}</span>
            <select
              value={chosen}
              onChange={(event) => {
                const { value } = event.currentTarget;
                setParams(value === '' ? {} : { in: value }, { replace: true });
              }}
            >
              {choices.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </label>
          <ButtonLink
            to={back}
            variant="default"
            leftSection={<ArrowLeft size={18} aria-hidden="true" />}
          >
            {t('classroom.print.back')}
          </ButtonLink>
          <Button
            leftSection={<Printer size={18} aria-hidden="true" />}
            onClick={() => window.print()}
          >
            {t('classroom.print.print')}
          </Button>
        </div>
      </div>
      {children}
    </main>
  );
}
