import { Button } from '@mantine/core';
import { Dialog } from '@ui/dialog.tsx';
import { LanguageSwitch } from '@ui/language-switch.tsx';
import type { Key } from '@i18n/keys.ts';
import { useLanguage } from '@i18n/use-language.tsx';

type Row = { readonly keys: Key | string; readonly does: Key };

const ROWS: readonly Row[] = [
  { keys: 'studio.key.arrows', does: 'studio.help.arrows' },
  { keys: 'studio.key.stride', does: 'studio.help.stride' },
  { keys: 'studio.key.space', does: 'studio.help.space' },
  { keys: '1–9, r, w, l, i, h', does: 'tools.help.tools' },
  { keys: '[, ]', does: 'studio.help.sizes' },
  { keys: ', .', does: 'studio.help.colours' },
  { keys: '+, -, 0', does: 'tools.help.zoom' },
  { keys: 'm', does: 'tools.help.symmetry' },
  { keys: 'studio.key.pageUpDown', does: 'studio.help.pages' },
  { keys: 'D, T, N, V', does: 'objects.help' },
  { keys: 'Ctrl + Z, Ctrl + Y', does: 'studio.help.undo' },
  { keys: 'studio.key.reorder', does: 'studio.help.reorder' },
];

export function HelpDialog({ onCopies, onClose }: { onCopies: () => void; onClose: () => void }) {
  const { t } = useLanguage();
  return (
    <Dialog title={t('studio.help.title')} onClose={onClose}>
      <div className="studio-help">
        <p>{t('studio.help.pen')}</p>
        <p>{t('tools.help.fingers')}</p>
        <h3>{t('studio.help.keyboard')}</h3>
        <p>{t('studio.help.focus')}</p>
        <dl>
          {ROWS.map(({ keys, does }) => (
            <div key={does}>
              <dt>{keys.startsWith('studio.') ? t(keys as Key) : keys}</dt>
              <dd>{t(does)}</dd>
            </div>
          ))}
        </dl>
      </div>
      <div className="dialog-actions">
        <LanguageSwitch />
        <Button variant="subtle" onClick={onCopies}>
          {t('studio.copies')}
        </Button>
        <Button onClick={onClose}>{t('common.close')}</Button>
      </div>
    </Dialog>
  );
}
