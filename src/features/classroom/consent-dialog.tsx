import { Button } from '@mantine/core';
import { CheckCheck } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { PupilRow } from '@contract/classroom.ts';
import { type ConsentParty, PURPOSES, type Purpose } from '@domain/classroom/consent.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { Dialog } from '@ui/dialog.tsx';
import { ErrorNote } from '@ui/error-note.tsx';
import { useRecordConsents } from './class-queries.ts';
import { ConsentChoice, type Word } from './consent-choice.tsx';
import { partiesOf, standingOf } from './consent-state.ts';

type Words = Readonly<Record<string, Word>>;
type Asked = { readonly purpose: Purpose; readonly party: ConsentParty };

const keyOf = ({ purpose, party }: Asked) => `${purpose} ${party}`;

/** Copies what a signed slip says into the ledger; boxes left blank on the slip add nothing. */
export function ConsentDialog({
  classId,
  pupil,
  onClose,
}: {
  classId: string;
  pupil: PupilRow;
  onClose: () => void;
}) {
  const { t } = useLanguage();
  const record = useRecordConsents(classId, pupil.id);
  const [words, setWords] = useState<Words>({});
  const [nothing, setNothing] = useState(false);
  const parties = partiesOf(pupil);
  const asked = PURPOSES.flatMap((purpose) => parties.map((party): Asked => ({ purpose, party })));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const lines = asked.flatMap((one) => {
      const word = words[keyOf(one)] ?? 'none';
      return word === 'none' ? [] : [{ ...one, granted: word === 'yes' }];
    });
    setNothing(lines.length === 0);
    if (lines.length > 0) record.mutate(lines, { onSuccess: onClose });
  };
  return (
    <Dialog title={t('classroom.consent.title', { name: pupil.fullName })} onClose={onClose}>
      <form className="classroom-form consent-form" onSubmit={submit}>
        <p>
          {t(
            pupil.needsChildAssent
              ? 'classroom.consent.leadBoth'
              : 'classroom.consent.leadGuardian',
          )}
        </p>
        <Button
          variant="default"
          leftSection={<CheckCheck size={18} aria-hidden="true" />}
          onClick={() => setWords(Object.fromEntries(asked.map((one) => [keyOf(one), 'yes'])))}
        >
          {t('classroom.consent.allYes')}
        </Button>
        {PURPOSES.map((purpose) => (
          <section key={purpose} className="consent-purpose">
            <h3>{t(`classroom.purpose.${purpose}`)}</h3>
            <div className="consent-parties">
              {parties.map((party) => (
                <ConsentChoice
                  key={party}
                  purpose={purpose}
                  party={party}
                  standing={standingOf(pupil, { purpose, party })}
                  word={words[keyOf({ purpose, party })] ?? 'none'}
                  onWord={(word) => setWords({ ...words, [keyOf({ purpose, party })]: word })}
                />
              ))}
            </div>
          </section>
        ))}
        {nothing ? <p role="alert">{t('classroom.consent.nothing')}</p> : null}
        {record.isError ? <ErrorNote error={record.error} /> : null}
        <div className="dialog-actions consent-actions">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={record.isPending}>
            {t('classroom.consent.submit')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
