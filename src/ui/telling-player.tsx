import { Button, NativeSelect } from '@mantine/core';
import { Pause, Play } from 'lucide-react';
import type { ToldView } from '@domain/story/told.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { clockTime } from './clock-time.ts';
import { useToldPlayback } from './use-told-playback.ts';
import './telling-player.css';

/** How far an arrow key moves on the slider. */
const STEP_MS = 1_000;
const RATES = [0.75, 1, 1.25, 1.5] as const;

/**
 * Plays a telling over whatever shows the pages: play and pause, seek, speed, all by keyboard, and
 * turns the pages by itself. What was written stands below, for who
 * cannot hear, and where the child wrote instead of speaking.
 * @param page the page that is shown, counted from 0
 */
export function TellingPlayer({
  told,
  srcOf,
  page,
  onPage,
}: {
  told: ToldView;
  srcOf: (recording: number) => string;
  page: number;
  onPage: (page: number) => void;
}) {
  const { t } = useLanguage();
  const playback = useToldPlayback({ told, srcOf, page, onPage });
  const { audio, playing, failed, atMs, totalMs, rate, toggle, seek, setRate } = playback;
  // The slider stops at whole steps.
  const end = Math.ceil(totalMs / STEP_MS) * STEP_MS;
  const spoken = told.turns.length > 0;
  const written = told.written.find((one) => one.page === page + 1);
  const silent = written === undefined && !told.turns.some((turn) => turn.page === page + 1);

  return (
    <section className="told" aria-label={t('telling.player')}>
      {spoken ? (
        <div className="told-controls">
          {/* What is spoken stands in words above and below: captions and the written telling. */}
          {/* oxlint-disable-next-line jsx-a11y/media-has-caption */}
          <audio ref={audio} preload="none" />
          <Button
            leftSection={
              playing ? (
                <Pause size={20} aria-hidden="true" />
              ) : (
                <Play size={20} aria-hidden="true" />
              )
            }
            onClick={toggle}
          >
            {t(playing ? 'telling.player.pause' : 'telling.player.play')}
          </Button>
          <input
            type="range"
            className="told-seek"
            min={0}
            max={end}
            step={STEP_MS}
            value={atMs < totalMs - STEP_MS / 10 ? atMs : end}
            aria-label={t('telling.player.seek')}
            aria-valuetext={t('telling.player.at', {
              at: clockTime(atMs),
              total: clockTime(totalMs),
              page: page + 1,
            })}
            onChange={(event) => seek(Number(event.currentTarget.value))}
          />
          <span className="told-time" aria-hidden="true">
            {`${clockTime(atMs)} / ${clockTime(totalMs)}`}
          </span>
          <NativeSelect
            className="told-rate"
            aria-label={t('telling.player.speed')}
            value={String(rate)}
            onChange={(event) => setRate(Number(event.currentTarget.value))}
            data={RATES.map((value) => ({
              value: String(value),
              label: t('telling.player.rate', { rate: value }),
            }))}
          />
        </div>
      ) : null}
      <p className="told-word" role="status">
        {failed ? t('telling.player.failed') : silent && playing ? t('telling.player.silent') : ''}
      </p>
      {written === undefined ? null : (
        <div className="told-written">
          <p className="told-title">{t('telling.player.written', { page: page + 1 })}</p>
          <p>{written.text}</p>
        </div>
      )}
    </section>
  );
}
