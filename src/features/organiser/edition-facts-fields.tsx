import { Textarea, TextInput } from '@mantine/core';
import { useLanguage } from '@i18n/use-language.tsx';

type Name = 'theme' | 'opensAt' | 'closesAt' | 'minPages' | 'maxPages' | 'judgesPerEntry';
type Shared = {
  readonly label: string;
  readonly error: string | undefined;
  readonly value: string;
  readonly onChange: (event: { currentTarget: { value: string } }) => void;
};

/** What an edition is about, when, and how large: alike where it is made and where it is changed. */
export function EditionFactsFields({
  field,
}: {
  field: (name: Name, type?: 'number' | 'datetime-local') => Shared;
}) {
  const { t } = useLanguage();
  return (
    <>
      <Textarea {...field('theme')} rows={2} maxLength={300} />
      <div className="field-pair">
        <TextInput {...field('opensAt', 'datetime-local')} />
        <TextInput {...field('closesAt', 'datetime-local')} />
      </div>
      <p className="field-note">{t('organiser.edition.zone')}</p>
      <div className="field-pair">
        <TextInput {...field('minPages', 'number')} />
        <TextInput {...field('maxPages', 'number')} />
        <TextInput {...field('judgesPerEntry', 'number')} />
      </div>
    </>
  );
}
