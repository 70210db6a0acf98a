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
import type { ObjectId, PageObject } from '@domain/story/scene.ts';
import { sceneOf } from '@domain/story/story.ts';
import type { Key } from '@i18n/keys.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import type { Editor } from '../editor-store.ts';
import { toolDeskOf } from '../tools/tool-desk.ts';
import { useDeskState } from '../tools/use-tool-desk.ts';
import { useEditor } from '../use-editor.ts';
import type { ObjectDesk } from './object-desk.ts';
import { scaledBy, turnedBy } from './object-moves.ts';
import { useDesk } from './use-object-desk.ts';

type Act = { readonly name: Key; readonly Icon: LucideIcon; readonly run: () => void };

const GROW = 1.15;
const TURN_DEGREES = 15;
/** Percent; fainter, a child would not find it again. */
const LEAST_OPACITY = 20;

function actsOn(item: PageObject, id: ObjectId, desk: ObjectDesk, all: boolean): readonly Act[] {
  const grow = (factor: number) => () =>
    desk.change((before) => scaledBy(before, desk.boxOf(before), factor));
  const turn = (degrees: number) => () => desk.change((before) => turnedBy(before, degrees));
  const rewrite: Act = {
    name: 'objects.act.rewrite',
    Icon: PencilLine,
    run: () => desk.rewrite(id),
  };
  const more: readonly Act[] = [
    { name: 'objects.act.bigger', Icon: Plus, run: grow(GROW) },
    { name: 'objects.act.smaller', Icon: Minus, run: grow(1 / GROW) },
    { name: 'objects.act.left', Icon: RotateCcw, run: turn(-TURN_DEGREES) },
    { name: 'objects.act.right', Icon: RotateCw, run: turn(TURN_DEGREES) },
    { name: 'objects.act.forward', Icon: ArrowUpToLine, run: () => desk.reorder(1) },
    { name: 'objects.act.backward', Icon: ArrowDownToLine, run: () => desk.reorder(-1) },
  ];
  return [
    ...(item.kind === 'text' ? [rewrite] : []),
    { name: 'objects.act.duplicate', Icon: Copy, run: () => desk.duplicate() },
    { name: 'objects.act.flip', Icon: TrianglesCenterlineDashedVertical, run: () => desk.flip() },
    ...(all ? more : []),
    {
      name: item.placement.behind ? 'objects.act.before' : 'objects.act.behind',
      Icon: Layers2,
      run: () => desk.sink(),
    },
    { name: 'objects.act.drop', Icon: Trash2, run: () => desk.drop() },
  ];
}

/** How much of what lies below shines through; one step of the story for each pull of the slider. */
function Opacity({ item, desk }: { item: PageObject; desk: ObjectDesk }) {
  const { t } = useLanguage();
  const preview = useDesk(desk, (state) => state.preview);
  const percent = Math.round(((preview ?? item).opacity / 255) * 100);
  return (
    <label className="objects-opacity">
      <span>{t('objects.opacity', { value: percent })}</span>
      <input
        type="range"
        min={LEAST_OPACITY}
        max={100}
        step={10}
        value={percent}
        onChange={(event) => {
          const opacity = Math.round((Number(event.currentTarget.value) / 100) * 255);
          desk.show({ ...(desk.store.getState().preview ?? item), opacity });
        }}
        onPointerUp={() => desk.keep()}
        onKeyUp={() => desk.keep()}
        onBlur={() => desk.keep()}
      />
    </label>
  );
}

/** Everything that handles and keys can do, as buttons. */
export function SelectionActs({ editor, desk }: { editor: Editor; desk: ObjectDesk }) {
  const { t } = useLanguage();
  const band = useDeskState(toolDeskOf(editor), (state) => state.band);
  const selected = useDesk(desk, (state) => state.selected);
  const panel = useDesk(desk, (state) => state.panel);
  const objects = useEditor(
    editor,
    ({ story, pageId }) => sceneOf(story.pages.get(pageId)).objects,
  );
  const chosen = objects.find(({ id }) => id === selected);
  if (chosen === undefined || panel === 'backgrounds') {
    if (panel !== 'select') return null;
    const none = objects.length === 0;
    return (
      <p className="objects-hint">
        {t(none ? 'objects.selected.noneYet' : 'objects.selected.none')}
      </p>
    );
  }
  // Beside a shelf there is room for a row of pictures; handles and keys do the rest.
  const all = panel === 'select';
  return (
    <>
      <div
        className="objects-acts"
        data-small={!all}
        role="group"
        aria-label={t('objects.selected')}
      >
        {actsOn(chosen.item, chosen.id, desk, all).map(({ name, Icon, run }) => (
          <button key={name} type="button" className="objects-act" title={t(name)} onClick={run}>
            <Icon aria-hidden="true" />
            <span>{t(name)}</span>
          </button>
        ))}
      </div>
      {all && band !== 'small' ? <Opacity key={chosen.id} item={chosen.item} desk={desk} /> : null}
    </>
  );
}
