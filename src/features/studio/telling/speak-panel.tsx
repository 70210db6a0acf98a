import { Button } from '@mantine/core';
import { Mic, Pause, RotateCcw, Square, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import { NO_TELLING, type Telling, tellingMs, unspoken } from '@domain/story/telling.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import type { TellingKeeper } from '@platform/drafts/telling-keeper.ts';
import { clockTime } from '@ui/clock-time.ts';
import { LevelMeter } from './level-meter.tsx';
import { MicNote } from './mic-note.tsx';
import { troubleBefore } from './microphone.ts';
import type { RecordingDesk } from './recording-desk.ts';
import { useDeskWord } from './use-desk-word.ts';
import './speak-panel.css';

/** What was taken back, or null once it is there again. */
type Removed = { readonly before: Telling | null; readonly text: string };

/** Records: begin, pause, stop, tell one page again, take back; how long there is left. */
export function SpeakPanel({
  keeper,
  desk,
  page,
  numberOf,
  maxMinutes,
  onWrite,
}: {
  keeper: TellingKeeper;
  desk: RecordingDesk;
  /** Id of the page on the stage. */
  page: number;
  numberOf: (page: number) => number;
  maxMinutes: number;
  onWrite: () => void;
}) {
  const { t } = useLanguage();
  const telling = useStore(keeper.state, (state) => state.telling);
  const state = useStore(desk.store);
  const [removed, setRemoved] = useState<Removed | null>(null);
  const word = useDeskWord(state.word, numberOf, maxMinutes);
  const number = numberOf(page);
  const { phase } = state;
  const atWork = phase === 'recording' || phase === 'paused';
  const told = tellingMs(telling, page) > 0;
  const allMs = tellingMs(telling);
  const trouble = state.trouble ?? (phase === 'idle' ? troubleBefore() : null);

  const start = (again: boolean) => {
    setRemoved(null);
    void desk.start(page, again);
  };
  const remove = (next: Telling, text: string) => {
    desk.forgetWord();
    setRemoved({ before: telling, text });
    void keeper.change(next);
  };
  const restore = () => {
    if (!removed?.before) return;
    void keeper.change({ ...removed.before, written: telling.written });
    setRemoved({ before: null, text: t('telling.restored') });
  };

  const stateText = () => {
    switch (phase) {
      case 'recording':
        return t(state.again ? 'telling.state.again' : 'telling.state.recording', { page: number });
      case 'paused':
        return t('telling.state.paused', { page: number });
      default:
        return t(`telling.state.${phase}`);
    }
  };

  return (
    <div className="telling-speak" data-phase={phase}>
      {trouble === null ? null : <MicNote trouble={trouble} onWrite={onWrite} />}
      {trouble === 'insecure' || trouble === 'unsupported' ? null : (
        <>
          <p className="telling-state" role="status">
            <span className="telling-lamp" aria-hidden="true" />
            {stateText()}
          </p>
          {atWork ? (
            <>
              <p className="telling-left" data-short={state.roomMs - state.spentMs < 30_000}>
                {t('telling.left', { time: clockTime(state.roomMs - state.spentMs) })}
              </p>
              {phase === 'recording' ? <LevelMeter level={desk.level} /> : null}
              <div className="telling-acts">
                {phase === 'recording' ? (
                  <Button
                    variant="default"
                    leftSection={<Pause size={20} aria-hidden="true" />}
                    onClick={() => void desk.pause()}
                  >
                    {t('telling.pause')}
                  </Button>
                ) : (
                  <Button
                    leftSection={<Mic size={20} aria-hidden="true" />}
                    onClick={() => desk.resume()}
                  >
                    {t('telling.resume')}
                  </Button>
                )}
                <Button
                  className="telling-stop"
                  leftSection={<Square size={18} aria-hidden="true" />}
                  onClick={() => void desk.stop()}
                >
                  {t('telling.stop')}
                </Button>
              </div>
            </>
          ) : (
            <>
              <Button
                className="telling-start"
                size="lg"
                loading={phase === 'asking' || phase === 'saving'}
                leftSection={<Mic size={26} aria-hidden="true" />}
                onClick={() => start(told)}
              >
                {told ? t('telling.again', { page: number }) : t('telling.start')}
              </Button>
              <p className="telling-length">
                {t('telling.length', {
                  time: clockTime(allMs),
                  most: clockTime(maxMinutes * 60_000),
                })}
              </p>
              {allMs > maxMinutes * 60_000 ? (
                <p className="telling-over">{t('telling.over', { minutes: maxMinutes })}</p>
              ) : null}
              {allMs === 0 ? <p className="telling-hint">{t('telling.hint')}</p> : null}
              <div className="telling-acts">
                {told ? (
                  <Button
                    variant="subtle"
                    leftSection={<Trash2 size={18} aria-hidden="true" />}
                    onClick={() =>
                      remove(unspoken(telling, page), t('telling.removed', { page: number }))
                    }
                  >
                    {t('telling.remove', { page: number })}
                  </Button>
                ) : null}
                {allMs > 0 ? (
                  <Button
                    variant="subtle"
                    leftSection={<Trash2 size={18} aria-hidden="true" />}
                    onClick={() =>
                      remove({ ...NO_TELLING, written: telling.written }, t('telling.removedAll'))
                    }
                  >
                    {t('telling.removeAll')}
                  </Button>
                ) : null}
              </div>
            </>
          )}
          <div className="telling-word">
            <p role="status">{removed?.text ?? word}</p>
            {removed === null || removed.before === null ? null : (
              <Button
                variant="default"
                leftSection={<RotateCcw size={18} aria-hidden="true" />}
                onClick={restore}
              >
                {t('telling.undo')}
              </Button>
            )}
          </div>
        </>
      )}
    </div>
  );
}
