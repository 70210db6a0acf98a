import { Shapes } from 'lucide-react';
import { useRef } from 'react';
import { useLanguage } from '@i18n/use-language.tsx';
import type { ToolDesk } from '../tools/tool-desk.ts';
import type { ToolId } from '../tools/tool-ids.ts';
import { TOOL_SET, toolsOf } from '../tools/tool-set.ts';
import { useDeskState } from '../tools/use-tool-desk.ts';
import { Flyout } from './flyout.tsx';
import { sayAloud } from './say-aloud.ts';

function ToolRadio({ id, desk, onTaken }: { id: ToolId; desk: ToolDesk; onTaken?: () => void }) {
  const { t, locale } = useLanguage();
  const chosen = useDeskState(desk, (state) => state.tool === id);
  const speaks = useDeskState(desk, (state) => state.speaks);
  const { icon: Icon, name, hint, shortcut } = TOOL_SET[id];
  // With the arrow keys one passes by tools that one does not want: the box stays open then.
  const byPointer = useRef(false);
  return (
    <label
      className="studio-tool"
      title={`${t(hint)} (${shortcut})`}
      onPointerDown={() => (byPointer.current = true)}
    >
      <input
        type="radio"
        name="studio-tool"
        aria-label={t(name)}
        checked={chosen}
        onChange={() => {
          desk.take(id);
          if (speaks) sayAloud(`${t(name)}. ${t(hint)}`, locale);
          if (byPointer.current) onTaken?.();
          byPointer.current = false;
        }}
      />
      <Icon aria-hidden="true" />
      <span aria-hidden="true">{t(name)}</span>
    </label>
  );
}

function Figures({ figures, desk }: { figures: readonly ToolId[]; desk: ToolDesk }) {
  const { t } = useLanguage();
  const tool = useDeskState(desk, (state) => state.tool);
  const inHand = figures.includes(tool) ? tool : null;
  const Icon = inHand === null ? Shapes : TOOL_SET[inHand].icon;
  const name = t('tools.figure');
  return (
    <Flyout
      className={inHand === null ? 'studio-tool' : 'studio-tool in-hand'}
      label={inHand === null ? name : `${name}: ${t(TOOL_SET[inHand].name)}`}
      name={name}
      face={
        <>
          <Icon aria-hidden="true" />
          <span aria-hidden="true">{name}</span>
        </>
      }
    >
      {(close) => (
        <div className="studio-figures">
          {figures.map((id) => (
            <ToolRadio key={id} id={id} desk={desk} onTaken={close} />
          ))}
        </div>
      )}
    </Flyout>
  );
}

/** What the tool in hand is good for. */
export function ToolHint({ desk }: { desk: ToolDesk }) {
  const { t } = useLanguage();
  const tool = useDeskState(desk, (state) => state.tool);
  const pouring = useDeskState(desk, (state) => state.pouring);
  return (
    <p className="studio-hint" aria-live="polite">
      {t(pouring ? 'tools.pouring' : TOOL_SET[tool].hint)}
    </p>
  );
}

/** The tools on the table of this band. */
export function ToolButtons({ desk }: { desk: ToolDesk }) {
  const { t } = useLanguage();
  const band = useDeskState(desk, (state) => state.band);
  const laid = toolsOf(band);
  const figures = laid.filter((id) => TOOL_SET[id].group === 'figures');
  const first = figures[0];
  return (
    <fieldset className="studio-tools">
      <legend>{t('studio.tools')}</legend>
      {laid.map((id) => {
        if (id === first) return <Figures key="figures" figures={figures} desk={desk} />;
        return figures.includes(id) ? null : <ToolRadio key={id} id={id} desk={desk} />;
      })}
    </fieldset>
  );
}
