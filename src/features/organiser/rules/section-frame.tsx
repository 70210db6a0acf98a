import { Button } from '@mantine/core';
import { CircleCheck, Lock } from 'lucide-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useLanguage } from '@i18n/use-language.tsx';
import { ErrorNote } from '@ui/error-note.tsx';

/** One section of the rules: its fields, a note where it is closed, and a button to save it. */
export function SectionFrame({
  id,
  title,
  about,
  closed,
  changed,
  problem,
  saving,
  onSave,
  onUndo,
  children,
}: {
  id: string;
  title: string;
  about: string;
  /** Nothing of it can change any more. */
  closed: boolean;
  changed: boolean;
  /** What has to be put right before it can be saved. */
  problem: string | null;
  saving: { readonly isPending: boolean; readonly isSuccess: boolean; readonly error: unknown };
  onSave: () => void;
  onUndo: () => void;
  children: ReactNode;
}) {
  const { t } = useLanguage();
  const [asked, setAsked] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(problem !== null);
    if (problem === null) onSave();
  };
  return (
    <section className="rules-section" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      <p className="rules-about">{about}</p>
      {closed ? (
        <p className="rules-closed">
          <Lock size={18} aria-hidden="true" />
          {t('rules.closed')}
        </p>
      ) : null}
      <form noValidate onSubmit={submit}>
        <fieldset className="rules-fields" disabled={closed} aria-labelledby={`${id}-title`}>
          {children}
        </fieldset>
        {asked && problem !== null ? (
          <p className="rules-problem" role="alert">
            {problem}
          </p>
        ) : null}
        {saving.error ? <ErrorNote error={saving.error} /> : null}
        {closed ? null : (
          <div className="rules-actions">
            <Button type="submit" disabled={!changed} loading={saving.isPending}>
              {t('rules.save')}
            </Button>
            {changed ? (
              <Button variant="subtle" onClick={onUndo}>
                {t('rules.undo')}
              </Button>
            ) : null}
            <p role="status">
              {saving.isSuccess && !changed ? (
                <>
                  <CircleCheck size={18} aria-hidden="true" />
                  {t('rules.saved')}
                </>
              ) : null}
            </p>
          </div>
        )}
      </form>
    </section>
  );
}
