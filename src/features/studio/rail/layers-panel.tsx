import { ArrowDown, ArrowUp, Eye, EyeOff } from 'lucide-react';
import { COLOUR_LAYER, type LayerId, LINE_LAYER } from '@domain/story/event.ts';
import { MAX_LAYERS } from '@domain/story/limits.ts';
import { layerOrder } from '@domain/story/scene.ts';
import { sceneOf } from '@domain/story/story.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import type { Editor } from '../editor-store.ts';
import type { ToolDesk } from '../tools/tool-desk.ts';
import { useDeskState } from '../tools/use-tool-desk.ts';
import { useEditor } from '../use-editor.ts';

/** Sheets of ink over each other: which to draw on, which are seen, which lies above. */
export function LayersPanel({ editor, desk }: { editor: Editor; desk: ToolDesk }) {
  const { t } = useLanguage();
  const scene = useEditor(editor, ({ story, pageId }) => sceneOf(story.pages.get(pageId)));
  const chosen = useDeskState(desk, (state) => state.layer);
  const order = layerOrder(scene);

  const nameOf = (layer: LayerId) => {
    if (layer === COLOUR_LAYER) return t('tools.layers.colour');
    if (layer === LINE_LAYER) return t('tools.layers.line');
    return t('tools.layers.more', { number: layer + 1 });
  };

  const move = (layer: LayerId, by: -1 | 1) => {
    const at = order.indexOf(layer);
    const to = at + by;
    if (to < 0 || to >= MAX_LAYERS) return;
    editor.put({ kind: 'layer-order', order: order.toSpliced(at, 1).toSpliced(to, 0, layer) });
  };

  return (
    <div className="studio-layers">
      <label className="studio-layer-auto">
        <input
          type="radio"
          name="studio-layer"
          checked={chosen === null}
          onChange={() => desk.set({ layer: null })}
        />
        <span>
          {t('tools.layers.auto')}
          <small>{t('tools.layers.autoHint')}</small>
        </span>
      </label>
      <ol>
        {order.toReversed().map((layer) => {
          const name = nameOf(layer);
          const { visible, opacity } = scene.layers[layer]!;
          const percent = Math.round((opacity / 255) * 100);
          return (
            <li key={layer}>
              <label className="studio-layer">
                <input
                  type="radio"
                  name="studio-layer"
                  checked={chosen === layer}
                  onChange={() => desk.set({ layer })}
                />
                <span>{name}</span>
              </label>
              <button
                type="button"
                className="studio-button"
                aria-pressed={visible}
                aria-label={t('tools.layers.show', { name })}
                title={t('tools.layers.show', { name })}
                onClick={() => editor.put({ kind: 'layer-set', layer, visible: !visible, opacity })}
              >
                {visible ? <Eye aria-hidden="true" /> : <EyeOff aria-hidden="true" />}
              </button>
              <button
                type="button"
                className="studio-button"
                aria-label={t('tools.layers.up', { name })}
                title={t('tools.layers.up', { name })}
                aria-disabled={order.at(-1) === layer}
                onClick={() => move(layer, 1)}
              >
                <ArrowUp aria-hidden="true" />
              </button>
              <button
                type="button"
                className="studio-button"
                aria-label={t('tools.layers.down', { name })}
                title={t('tools.layers.down', { name })}
                aria-disabled={order[0] === layer}
                onClick={() => move(layer, -1)}
              >
                <ArrowDown aria-hidden="true" />
              </button>
              {chosen === layer ? (
                <label className="studio-slider">
                  <span>{t('tools.layers.opacity', { name, value: percent })}</span>
                  <input
                    type="range"
                    min={10}
                    max={100}
                    step={10}
                    defaultValue={percent}
                    // One step of the story for one pull of the slider.
                    onPointerUp={(event) => setOpacity(layer, event.currentTarget.valueAsNumber)}
                    onKeyUp={(event) => setOpacity(layer, event.currentTarget.valueAsNumber)}
                  />
                </label>
              ) : null}
            </li>
          );
        })}
      </ol>
    </div>
  );

  function setOpacity(layer: LayerId, percent: number) {
    const { visible, opacity } = scene.layers[layer]!;
    const next = Math.round((percent / 100) * 255);
    if (next !== opacity) editor.put({ kind: 'layer-set', layer, visible, opacity: next });
  }
}
