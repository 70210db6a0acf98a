import { type ComponentType, useState } from 'react';
import type { Rules } from '@contract/rules.ts';
import { EditionSettings, type SettingsSection as Section } from '@domain/contest/settings.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { useSaveSettings } from './rules-queries.ts';
import { SectionFrame } from './section-frame.tsx';

export type FieldsOf<S extends Section> = ComponentType<{
  readonly value: EditionSettings[S];
  readonly onChange: (value: EditionSettings[S]) => void;
  /** The rules as they are kept, for what this section refers to. */
  readonly rules: Rules;
}>;

/** A section of the settings with its fields; it is saved by itself. */
export function SettingsSection<S extends Section>({
  section,
  rules,
  fields: Fields,
}: {
  section: S;
  rules: Rules;
  fields: FieldsOf<S>;
}) {
  const { t } = useLanguage();
  const [draft, setDraft] = useState<EditionSettings[S] | null>(null);
  const save = useSaveSettings();
  const kept: EditionSettings[S] = rules.settings[section];
  const value = draft ?? kept;
  const good = EditionSettings.shape[section].safeParse(value).success;
  return (
    <SectionFrame
      id={`rules-${section}`}
      title={t(`rules.${section}`)}
      about={t(`rules.${section}.about`)}
      closed={rules.closed.settings.includes(section)}
      changed={JSON.stringify(value) !== JSON.stringify(kept)}
      problem={good ? null : t(`rules.${section}.problem`)}
      saving={save}
      onSave={() =>
        save.mutate(
          { version: rules.version, settings: { [section]: value } },
          { onSuccess: () => setDraft(null) },
        )
      }
      onUndo={() => {
        setDraft(null);
        save.reset();
      }}
    >
      <Fields value={value} onChange={setDraft} rules={rules} />
    </SectionFrame>
  );
}
