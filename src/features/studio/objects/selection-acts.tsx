import {
  ArrowDownToLine,
  ArrowUpToLine,
  Copy,
  TrianglesCenterlineDashedVertical,
  type LucideIcon,
  Layers2,
  Minus,
  PencilLine,
  Plus,
  RotateCcw,
  RotateCw,
  Trash2,
} from 'lucide-react';
import { sceneOf } from '@domain/story/story.ts';
import type { Key } from '@i18n/keys.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import type { Editor } from '../editor-store.ts';
import { useEditor } from '../use-editor.ts';
import type { ObjectDesk } from './object-desk.ts';
import { scaledBy, turnedBy } from './object-moves.ts';
import { useDesk } from './use-object-desk.ts';

function Act({ name, Icon, onClick }: { name: Key; Icon: LucideIcon; onClick: () => void }) {
  const { t } = useLanguage();
  return (
    <button type="button" className="objects-act" title={t(name)} onClick={onClick}>
      <Icon aria-hidden="true" />
      <span>{t(name)}</span>
    </button>
  );
}

/** Everything that handles and keys can do, as buttons. */
export function SelectionActs({ editor, desk }: { editor: Editor; desk: ObjectDesk }) {
  const { t } = useLanguage();
  const selected = useDesk(desk, (state) => state.selected);
  const panel = useDesk(desk, (state) => state.panel);
  const objects = useEditor(
    editor,
    ({ story, pageId }) => sceneOf(story.pages.get(pageId)).objects,
  );
  const item = objects.find(({ id }) => id === selected)?.item;
  if (item === undefined || panel === 'backgrounds') {
    if (panel !== 'select') return null;
    const hint = objects.length === 0 ? 'objects.selected.noneYet' : 'objects.selected.none';
    return <p className="objects-hint">{t(hint)}</p>;
  }
  const grow = (factor: number) =>
    desk.change((before) => scaledBy(before, desk.boxOf(before), factor));
  return (
    <div
      className="objects-acts"
      // Beside a shelf there is room for a row of pictures; handles and keys do the rest.
      data-small={panel !== 'select'}
      role="group"
      aria-label={t('objects.selected')}
    >
      {item.kind === 'text' ? (
        <Act name="objects.act.rewrite" Icon={PencilLine} onClick={() => desk.rewrite(selected!)} />
      ) : null}
      <Act name="objects.act.duplicate" Icon={Copy} onClick={() => desk.duplicate()} />
      <Act
        name="objects.act.flip"
        Icon={TrianglesCenterlineDashedVertical}
        onClick={() => desk.flip()}
      />
      {panel === 'select' ? (
        <>
          <Act name="objects.act.bigger" Icon={Plus} onClick={() => grow(1.15)} />
          <Act name="objects.act.smaller" Icon={Minus} onClick={() => grow(1 / 1.15)} />
          <Act
            name="objects.act.left"
            Icon={RotateCcw}
            onClick={() => desk.change((before) => turnedBy(before, -15))}
          />
          <Act
            name="objects.act.right"
            Icon={RotateCw}
            onClick={() => desk.change((before) => turnedBy(before, 15))}
          />
          <Act name="objects.act.forward" Icon={ArrowUpToLine} onClick={() => desk.reorder(1)} />
          <Act
            name="objects.act.backward"
            Icon={ArrowDownToLine}
            onClick={() => desk.reorder(-1)}
          />
        </>
      ) : null}
      <Act
        name={item.placement.behind ? 'objects.act.before' : 'objects.act.behind'}
        Icon={Layers2}
        onClick={() => desk.sink()}
      />
      <Act name="objects.act.drop" Icon={Trash2} onClick={() => desk.drop()} />
    </div>
  );
}
