import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { FLAG_REASONS, type FlagReason, type SheetFlag } from '@domain/judging/sheet-flag.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { Dialog } from '@ui/dialog.tsx';

const NOTE_CHARS = 400;

/** Asks the organiser to look at an entry. It is kept and sent with the sheet. */
export function FlagDialog({
  flag,
  onChange,
  onClose,
}: {
  flag: SheetFlag | null;
  onChange: (flag: SheetFlag | null) => void;
  onClose: () => void;
}) {
  const { t } = useLanguage();
  const [reasons, setReasons] = useState<readonly FlagReason[]>(flag?.reasons ?? []);
  const [note, setNote] = useState(flag?.note ?? '');
  const [asked, setAsked] = useState(false);
  const finish = (next: SheetFlag | null) => {
    onChange(next);
    onClose();
  };
  return (
    <Dialog title={t('desk.flag.title')} onClose={onClose}>
      <form
        className="desk-form"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (reasons.length > 0) finish({ reasons: [...reasons], note: note.trim() });
        }}
      >
        <p>{t('desk.flag.about')}</p>
        <fieldset>
          <legend>{t('desk.flag.reasons')}</legend>
          {FLAG_REASONS.map((reason) => (
            <label key={reason} className="check-line">
              <input
                type="checkbox"
                checked={reasons.includes(reason)}
                onChange={(event) => {
                  const on = event.currentTarget.checked;
                  setReasons(
                    FLAG_REASONS.filter((one) => (one === reason ? on : reasons.includes(one))),
                  );
                }}
              />
              <span>{t(`desk.flag.reason.${reason}`)}</span>
            </label>
          ))}
        </fieldset>
        <Textarea
          label={t('desk.flag.note')}
          rows={3}
          maxLength={NOTE_CHARS}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {asked && reasons.length === 0 ? (
          <p className="desk-problem" role="alert">
            {t('desk.flag.choose')}
          </p>
        ) : null}
        <div className="dialog-actions">
          <Button variant="default" onClick={onClose}>
            {t('desk.cancel')}
          </Button>
          {flag === null ? null : (
            <Button variant="default" onClick={() => finish(null)}>
              {t('desk.flag.takeBack')}
            </Button>
          )}
          <Button type="submit">{t(flag === null ? 'desk.flag.send' : 'desk.flag.change')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
