import { useQuery } from '@tanstack/react-query';
import { Layers, Redo2, Undo2 } from 'lucide-react';
import { lazy, Suspense, useEffect } from 'react';
import { readHarbour } from '@contract/pupil.ts';
import { redoTarget, undoTarget } from '@domain/story/story.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { call } from '@platform/api-client.ts';
import type { Editor } from './editor-store.ts';
import { ObjectButtons } from './objects/object-buttons.tsx';
import { objectDeskOf } from './objects/use-object-desk.ts';
import { Colours } from './rail/colours.tsx';
import { Flyout } from './rail/flyout.tsx';
import { SettingsPanel } from './rail/settings-panel.tsx';
import { TableSwitch } from './rail/table-switch.tsx';
import { ToolButtons, ToolHint } from './rail/tool-buttons.tsx';
import { bandOf } from './tools/band.ts';
import { type ToolDesk, toolDeskOf } from './tools/tool-desk.ts';
import { SIZE_NAMES, sizeStepsOf, TOOL_SET } from './tools/tool-set.ts';
import { useDeskState } from './tools/use-tool-desk.ts';
import { useEditor } from './use-editor.ts';

const LayersPanel = lazy(async () => ({
  default: (await import('./rail/layers-panel.tsx')).LayersPanel,
}));

/** Diameters of the dots that stand for the five widths, px. */
const DOTS = [5, 9, 14, 20, 28] as const;

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

function Sizes({ desk }: { desk: ToolDesk }) {
  const { t } = useLanguage();
  const band = useDeskState(desk, (state) => state.band);
  const step = useDeskState(desk, ({ sizes, tool }) => sizes[tool]);
  const sized = useDeskState(desk, ({ tool }) => TOOL_SET[tool].asks.includes('size'));
  return (
    <fieldset className="studio-sizes" data-asked={sized} disabled={!sized}>
      <legend>{t('studio.sizes')}</legend>
      {sizeStepsOf(band).map((size) => (
        <label key={size} className="studio-size" title={t(SIZE_NAMES[size]!)}>
          <input
            type="radio"
            name="studio-size"
            aria-label={t(SIZE_NAMES[size]!)}
            checked={step === size}
            onChange={() => desk.chooseSize(size)}
          />
          <svg viewBox="0 0 32 32" aria-hidden="true">
            <circle cx="16" cy="16" r={DOTS[size] / 2} />
          </svg>
        </label>
      ))}
    </fieldset>
  );
}

function LayersButton({ editor, desk }: { editor: Editor; desk: ToolDesk }) {
  const { t } = useLanguage();
  return (
    <Flyout
      className="studio-tool"
      label={t('tools.layers')}
      face={
        <>
          <Layers aria-hidden="true" />
          <span aria-hidden="true">{t('tools.layers')}</span>
        </>
      }
    >
      {() => (
        <Suspense>
          <LayersPanel editor={editor} desk={desk} />
        </Suspense>
      )}
    </Flyout>
  );
}

/** The table of the pupil's age, for who never chose one. */
function useBandOfAge(desk: ToolDesk): void {
  const { data } = useQuery({
    queryKey: ['harbour'],
    queryFn: ({ signal }) => call(readHarbour, { signal }),
    staleTime: Infinity,
  });
  const age = data?.ageBand;
  useEffect(() => {
    if (age) desk.suggestBand(bandOf(age));
  }, [desk, age]);
}

/** Tools at the thumb: beside the page on a wide screen, along the bottom of a phone. */
export function ToolRail({ editor }: { editor: Editor }) {
  const { t } = useLanguage();
  const desk = toolDeskOf(editor);
  const band = useDeskState(desk, (state) => state.band);
  useBandOfAge(desk);
  return (
    <section className="studio-rail" data-band={band} aria-label={t('studio.tools')}>
      <div className="studio-toolbox">
        <ToolButtons desk={desk} />
        <ObjectButtons desk={objectDeskOf(editor)} />
      </div>
      <ToolHint desk={desk} />
      <div className="studio-quick">
        <History editor={editor} />
        <div className="studio-sets">
          <SettingsPanel desk={desk} />
          {band === 'large' ? <LayersButton editor={editor} desk={desk} /> : null}
          <TableSwitch desk={desk} />
        </div>
        <Sizes desk={desk} />
      </div>
      <Colours desk={desk} />
    </section>
  );
}
