import { Brush, Eraser, Highlighter, type LucideIcon, Pencil, Redo2, Undo2 } from 'lucide-react';
import { redoTarget, undoTarget } from '@domain/story/story.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import type { Editor } from './editor-store.ts';
import { ObjectButtons } from './objects/objects-drawer.tsx';
import { objectDeskOf } from './objects/use-object-desk.ts';
import { cssColour, PALETTE } from './palette.ts';
import type { DrawingTool } from './tools/tool.ts';
import { SIZE_NAMES, SIZE_STEPS, TOOL_NAMES, TOOL_SET } from './tools/tool-set.ts';
import { useEditor } from './use-editor.ts';

const ICONS: Readonly<Record<DrawingTool, LucideIcon>> = {
  brush: Brush,
  pencil: Pencil,
  marker: Highlighter,
  eraser: Eraser,
};

/** Diameters of the dots that stand for the five widths, px. */
const DOTS = [5, 9, 14, 20, 28] as const;

function Tools({ editor }: { editor: Editor }) {
  const { t } = useLanguage();
  const tool = useEditor(editor, (state) => state.tool);
  return (
    <fieldset className="studio-tools">
      <legend>{t('studio.tools')}</legend>
      {TOOL_NAMES.map((name) => {
        const Icon = ICONS[name];
        return (
          <label key={name} className="studio-tool">
            <input
              type="radio"
              name="studio-tool"
              checked={tool === name}
              onChange={() => editor.chooseTool(name)}
            />
            <Icon aria-hidden="true" />
            <span>{t(TOOL_SET[name].name)}</span>
          </label>
        );
      })}
    </fieldset>
  );
}

function History({ editor }: { editor: Editor }) {
  const { t } = useLanguage();
  const canUndo = useEditor(editor, ({ story, pageId }) => undoTarget(story, pageId) !== undefined);
  const canRedo = useEditor(editor, ({ story, pageId }) => redoTarget(story, pageId) !== undefined);
  return (
    <div className="studio-history">
      <button
        type="button"
        className="studio-tool"
        aria-disabled={!canUndo}
        onClick={() => editor.undo()}
      >
        <Undo2 aria-hidden="true" />
        <span>{t('studio.undo')}</span>
      </button>
      <button
        type="button"
        className="studio-tool"
        aria-disabled={!canRedo}
        onClick={() => editor.redo()}
      >
        <Redo2 aria-hidden="true" />
        <span>{t('studio.redo')}</span>
      </button>
    </div>
  );
}

function Sizes({ editor }: { editor: Editor }) {
  const { t } = useLanguage();
  const step = useEditor(editor, ({ sizes, tool }) => sizes[tool]);
  return (
    <fieldset className="studio-sizes">
      <legend>{t('studio.sizes')}</legend>
      {SIZE_STEPS.map((size) => (
        <label key={size} className="studio-size" title={t(SIZE_NAMES[size]!)}>
          <input
            type="radio"
            name="studio-size"
            aria-label={t(SIZE_NAMES[size]!)}
            checked={step === size}
            onChange={() => editor.chooseSize(size)}
          />
          <svg viewBox="0 0 32 32" aria-hidden="true">
            <circle cx="16" cy="16" r={DOTS[size] / 2} />
          </svg>
        </label>
      ))}
    </fieldset>
  );
}

function Colours({ editor }: { editor: Editor }) {
  const { t } = useLanguage();
  const colour = useEditor(editor, (state) => state.colour);
  return (
    <fieldset className="studio-colours">
      <legend>{t('studio.colours')}</legend>
      {PALETTE.map((entry) => (
        <label key={entry.colour} className="studio-colour" title={t(entry.name)}>
          <input
            type="radio"
            name="studio-colour"
            aria-label={t(entry.name)}
            checked={colour === entry.colour}
            onChange={() => editor.chooseColour(entry.colour)}
          />
          <span style={{ backgroundColor: cssColour(entry.colour) }} />
        </label>
      ))}
    </fieldset>
  );
}

function Recent({ editor }: { editor: Editor }) {
  const { t } = useLanguage();
  const recent = useEditor(editor, (state) => state.recent);
  const known = recent.flatMap((colour) => PALETTE.find((entry) => entry.colour === colour) ?? []);
  if (known.length === 0) return null;
  return (
    <div className="studio-recent" role="group" aria-label={t('studio.recent')}>
      <p aria-hidden="true">{t('studio.recent')}</p>
      {known.map((entry) => (
        <button
          key={entry.colour}
          type="button"
          className="studio-colour"
          aria-label={t(entry.name)}
          title={t(entry.name)}
          onClick={() => editor.chooseColour(entry.colour)}
        >
          <span style={{ backgroundColor: cssColour(entry.colour) }} />
        </button>
      ))}
    </div>
  );
}

/** Tools at the thumb: beside the page on a wide screen, along the bottom of a phone. */
export function ToolRail({ editor }: { editor: Editor }) {
  const { t } = useLanguage();
  return (
    <section className="studio-rail" aria-label={t('studio.tools')}>
      <Tools editor={editor} />
      <ObjectButtons desk={objectDeskOf(editor)} />
      <History editor={editor} />
      <Sizes editor={editor} />
      <Colours editor={editor} />
      <Recent editor={editor} />
    </section>
  );
}
