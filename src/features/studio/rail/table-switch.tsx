import { Table2, Volume2 } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useLanguage } from '@i18n/use-language.tsx';
import { BANDS } from '../tools/band.ts';
import type { ToolDesk } from '../tools/tool-desk.ts';
import { useDeskState } from '../tools/use-tool-desk.ts';
import { Choice } from './choice.tsx';
import { Flyout } from './flyout.tsx';
import { canSay, onVoices } from './say-aloud.ts';

/** How much lies on the table, and whether the device says the names of tools. */
export function TableSwitch({ desk }: { desk: ToolDesk }) {
  const { t, locale } = useLanguage();
  const band = useDeskState(desk, (state) => state.band);
  const speaks = useDeskState(desk, (state) => state.speaks);
  const speakable = useSyncExternalStore(onVoices, () => canSay(locale));
  return (
    <Flyout
      className="studio-tool studio-table"
      label={`${t('tools.table')}: ${t(`tools.table.${band}`)}`}
      name={t('tools.table')}
      face={
        <>
          <Table2 aria-hidden="true" />
          <span aria-hidden="true">{t('tools.table')}</span>
        </>
      }
    >
      {() => (
        <>
          <Choice
            legend={t('tools.table')}
            name="studio-band"
            values={BANDS}
            chosen={band}
            label={(value) => t(`tools.table.${value}`)}
            onChoose={desk.chooseBand}
          />
          <p>{t(`tools.table.${band}.hint`)}</p>
          {speakable ? (
            <label className="studio-tick">
              <input
                type="checkbox"
                checked={speaks}
                onChange={() => desk.set({ speaks: !speaks })}
              />
              <Volume2 aria-hidden="true" />
              <span>
                {t('tools.speak')}
                <small>{t('tools.speakHint')}</small>
              </span>
            </label>
          ) : null}
        </>
      )}
    </Flyout>
  );
}
