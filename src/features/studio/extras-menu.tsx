import { Button } from '@mantine/core';
import type { EditionView } from '@domain/contest/edition.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { Dialog } from '@ui/dialog.tsx';
import { EXTRAS } from './extras.ts';
import './extras-menu.css';

/** Everything a story can have besides its drawing, to choose one thing from. */
export function ExtrasMenu({
  edition,
  onChoose,
  onClose,
}: {
  edition: EditionView | null;
  onChoose: (id: string) => void;
  onClose: () => void;
}) {
  const { t } = useLanguage();
  const offered = EXTRAS.filter((extra) => extra.offered?.(edition) ?? true);
  return (
    <Dialog title={t('storyboard.menu.title')} onClose={onClose}>
      <ul className="extras">
        {offered.map((extra) => (
          <li key={extra.id}>
            <button type="button" className="extra" onClick={() => onChoose(extra.id)}>
              <extra.icon aria-hidden="true" />
              <strong>{t(extra.title)}</strong>
              <span>{t(extra.hint)}</span>
            </button>
          </li>
        ))}
      </ul>
      <div className="dialog-actions">
        <Button onClick={onClose}>{t('common.close')}</Button>
      </div>
    </Dialog>
  );
}
