import { Image as Scene, type LucideIcon, MessageCircle, MousePointer2, Stamp } from 'lucide-react';
import type { Key } from '@i18n/keys.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import type { ObjectDesk, ObjectPanel } from './object-desk.ts';
import { useDesk } from './use-object-desk.ts';
import './object-buttons.css';

const PANELS: readonly { panel: ObjectPanel; name: Key; Icon: LucideIcon }[] = [
  { panel: 'stamps', name: 'objects.stamps', Icon: Stamp },
  { panel: 'text', name: 'objects.text', Icon: MessageCircle },
  { panel: 'backgrounds', name: 'objects.backgrounds', Icon: Scene },
  { panel: 'select', name: 'objects.select', Icon: MousePointer2 },
];

/** The ways from the pens to what is set down on the page. */
export function ObjectButtons({ desk }: { desk: ObjectDesk }) {
  const { t } = useLanguage();
  const open = useDesk(desk, (state) => state.panel);
  return (
    <div className="objects-ways" role="group" aria-label={t('objects.panels')}>
      {PANELS.map(({ panel, name, Icon }) => (
        <button
          key={panel}
          type="button"
          className="studio-tool"
          aria-pressed={open === panel}
          onClick={() => desk.openPanel(panel)}
        >
          <Icon aria-hidden="true" />
          <span>{t(name)}</span>
        </button>
      ))}
    </div>
  );
}
