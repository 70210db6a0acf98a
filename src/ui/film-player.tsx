import { Button, NativeSelect } from '@mantine/core';
import { Pause, Play } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { threadFilm } from '@domain/story/film-frames.ts';
import type { Film } from '@domain/story/film.ts';
import type { ObjectAssets } from '@domain/story/paint/objects/object.ts';
import type { PageLook } from '@domain/story/picture.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { clockTime } from './clock-time.ts';
import { createFilmCanvas } from './film-canvas.ts';
import { useFilmClock } from './use-film-clock.ts';
import './film-player.css';

const WIDTH_PX = 960;
const RATES = [0.5, 1, 2] as const;

/**
 * How a picture story came to be, in at most half a minute: play and pause, seek, speed, the whole
 * story or one page, all by keyboard. It stands still until somebody plays it.
 * @param assets drawings, photographs and typefaces of the pages, gathered before
 */
export function FilmPlayer({
  film,
  pages,
  assets,
  label,
  ground = 'sand',
}: {
  film: Film;
  pages: readonly PageLook[];
  assets: ObjectAssets;
  label: string;
  ground?: 'sand' | 'grey';
}) {
  const { t } = useLanguage();
  const place = useRef<HTMLCanvasElement>(null);
  const [only, setOnly] = useState<number | null>(null);
  const reel = useMemo(() => threadFilm(film, only ?? undefined), [film, only]);
  const { atMs, playing, begun, rate, toggle, seek, setRate } = useFilmClock(reel.durationMs);
  // Before it is played, what it leads to: an empty page would look like a fault.
  const shownMs = begun ? atMs : reel.durationMs;
  const frame = useMemo(() => reel.at(shownMs), [reel, shownMs]);
  const screen = useRef<ReturnType<typeof createFilmCanvas> | null>(null);

  useEffect(() => {
    if (place.current === null) return;
    const made = createFilmCanvas(place.current, pages, assets);
    screen.current = made;
    return () => {
      made.free();
      screen.current = null;
    };
  }, [pages, assets]);
  useEffect(() => screen.current?.show(frame), [frame, pages, assets]);

  const page = frame.page + 1;
  return (
    <section className="film" data-ground={ground} aria-label={label}>
      <canvas
        ref={place}
        width={WIDTH_PX}
        height={(WIDTH_PX * 3) / 4}
        role="img"
        aria-label={t('film.picture', { page })}
      />
      <div className="film-controls">
        <Button
          leftSection={
            playing ? <Pause size={20} aria-hidden="true" /> : <Play size={20} aria-hidden="true" />
          }
          onClick={toggle}
        >
          {t(playing ? 'film.pause' : 'film.play')}
        </Button>
        <input
          type="range"
          className="film-seek"
          min={0}
          max={Math.round(reel.durationMs)}
          step={100}
          value={Math.round(atMs)}
          aria-label={t('film.seek')}
          aria-valuetext={t('film.at', {
            at: clockTime(atMs),
            total: clockTime(reel.durationMs),
            page,
          })}
          onChange={(event) => seek(Number(event.currentTarget.value))}
        />
        <span className="film-time" aria-hidden="true">
          {`${clockTime(atMs)} / ${clockTime(reel.durationMs)}`}
        </span>
        <NativeSelect
          aria-label={t('film.pages')}
          value={only === null ? '' : String(only)}
          onChange={(event) => {
            const { value } = event.currentTarget;
            setOnly(value === '' ? null : Number(value));
            seek(0);
          }}
          data={[
            { value: '', label: t('film.allPages') },
            ...pages.map((_, index) => ({
              value: String(index),
              label: t('film.page', { page: index + 1 }),
            })),
          ]}
        />
        <NativeSelect
          aria-label={t('film.speed')}
          value={String(rate)}
          onChange={(event) => setRate(Number(event.currentTarget.value))}
          data={RATES.map((value) => ({
            value: String(value),
            label: t('film.rate', { rate: value }),
          }))}
        />
      </div>
    </section>
  );
}
