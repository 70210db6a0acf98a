import { SlidersHorizontal } from 'lucide-react';
import { SYMMETRIES, type Symmetry } from '@domain/story/event.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { type Gap, STEADY_STEPS, type ToolDesk } from '../tools/tool-desk.ts';
import { TOOL_SET } from '../tools/tool-set.ts';
import { useDeskState } from '../tools/use-tool-desk.ts';
import { Choice } from './choice.tsx';
import { Flyout } from './flyout.tsx';

const GAP_NAMES: readonly Gap[] = ['none', 'small', 'large'];

/** Lines that say how a stroke is repeated. */
const SYMMETRY_LINES: Readonly<Record<Symmetry, string>> = {
  none: '',
  'left-right': 'M16 3v26',
  'top-bottom': 'M3 16h26',
  quarters: 'M16 3v26M3 16h26',
  star: 'M16 3v26M4.7 9.5l22.6 13M4.7 22.5l22.6-13',
  kaleidoscope:
    'M16 3v26M3 16h26M9.5 4.7l13 22.6M22.5 4.7l-13 22.6M4.7 9.5l22.6 13M4.7 22.5l22.6-13',
};

function SymmetrySign({ symmetry }: { symmetry: Symmetry }) {
  return (
    <svg viewBox="0 0 32 32">
      <rect x="3" y="3" width="26" height="26" rx="6" />
      <path d={SYMMETRY_LINES[symmetry]} />
    </svg>
  );
}

function Slider({
  label,
  value,
  least,
  onSet,
}: {
  label: string;
  value: number;
  least: number;
  onSet: (value: number) => void;
}) {
  return (
    <label className="studio-slider">
      <span>{label}</span>
      <input
        type="range"
        min={least}
        max={100}
        step={5}
        value={value}
        onChange={(event) => onSet(Number(event.currentTarget.value))}
      />
    </label>
  );
}

/** How the tool in hand works, as far as this band asks. */
export function SettingsPanel({ desk }: { desk: ToolDesk }) {
  const { t } = useLanguage();
  const state = useDeskState(desk, (all) => all);
  const { asks } = TOOL_SET[state.tool];
  const large = state.band === 'large';
  const shown = {
    opacity: large && asks.includes('opacity'),
    symmetry: asks.includes('symmetry'),
    steady: large && asks.includes('steady'),
    filled: asks.includes('filled'),
    pour: asks.includes('pour'),
  };
  if (!Object.values(shown).some(Boolean)) return null;
  return (
    <Flyout
      className="studio-tool studio-settings"
      label={t('tools.settings')}
      face={
        <>
          <SlidersHorizontal aria-hidden="true" />
          <span aria-hidden="true">{t('tools.settings')}</span>
        </>
      }
    >
      {() => (
        <>
          {shown.filled ? (
            <label className="studio-tick">
              <input
                type="checkbox"
                checked={state.filled}
                onChange={() => desk.set({ filled: !state.filled })}
              />
              <span>{t('tools.filled')}</span>
            </label>
          ) : null}
          {shown.opacity ? (
            <Slider
              label={t('tools.opacity', { value: state.opacity })}
              value={state.opacity}
              least={10}
              onSet={(opacity) => desk.set({ opacity })}
            />
          ) : null}
          {shown.symmetry ? (
            <Choice
              legend={t('tools.symmetry')}
              name="studio-symmetry"
              values={SYMMETRIES}
              chosen={state.symmetry}
              label={(value) => t(`tools.symmetry.${value}`)}
              face={(value) => <SymmetrySign symmetry={value} />}
              onChoose={(symmetry) => desk.set({ symmetry })}
            />
          ) : null}
          {shown.steady ? (
            <Choice
              legend={t('tools.steady')}
              name="studio-steady"
              values={STEADY_STEPS}
              chosen={state.steady}
              label={(value) => t(`tools.steady.${value}`)}
              onChoose={(steady) => desk.set({ steady })}
            />
          ) : null}
          {shown.pour ? (
            <Choice
              legend={t('tools.gap')}
              name="studio-gap"
              values={GAP_NAMES}
              chosen={state.gap}
              label={(value) => t(`tools.gap.${value}`)}
              onChoose={(gap) => desk.set({ gap })}
            />
          ) : null}
          {shown.pour && large ? (
            <Slider
              label={t('tools.tolerance', { value: state.tolerance })}
              value={state.tolerance}
              least={0}
              onSet={(tolerance) => desk.set({ tolerance })}
            />
          ) : null}
        </>
      )}
    </Flyout>
  );
}
