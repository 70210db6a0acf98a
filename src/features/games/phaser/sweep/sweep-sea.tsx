import { Anchor, Pause, Play } from 'lucide-react';
import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { packInputs } from '@domain/games/sweep/inputs.ts';
import { GOOD_SWEEP, sweep } from '@domain/games/sweep/sweep.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { Hud, Meter } from '../../play/hud.tsx';
import type { PlayProps } from '../../play/game-room.tsx';
import { sound } from '../../play/sound.ts';
import { BIN_SIGNS } from '../../sweep/bins.tsx';
import { learnedFrom } from '../../sweep/learned.ts';
import { PhaserStage } from '../phaser-stage.tsx';
import { createSteering } from './steering.ts';
import { sweepPainter } from './sweep-painter.ts';
import { createSweepRun, type SweepHappening } from './sweep-run.ts';
import './sweep-sea.css';

const BINS = [1, 2, 3] as const;
const COLOURS: Readonly<Record<SweepHappening['kind'], string>> = {
  right: '#ffe08a',
  caught: '#ffffff',
  wrong: '#ffd5c7',
  animal: '#ffd5c7',
  'deck-full': '#ffffff',
};
const SOUNDS = {
  right: 'right',
  caught: 'tap',
  wrong: 'wrong',
  animal: 'wrong',
  'deck-full': 'tap',
} as const;

/** A minute at sea with a net and three bins, drawn. */
export function SweepSea({ decks: { sweep: deck }, seed, onEnd }: PlayProps) {
  const { t, locale } = useLanguage();
  const [run] = useState(() =>
    createSweepRun(
      deck.kinds.map(({ id, bin }) => ({ id, bin })),
      seed,
    ),
  );
  const [steering] = useState(createSteering);
  const board = useStore(run.board);
  const host = useRef<HTMLDivElement>(null);
  const room = useRef<HTMLDivElement>(null);
  const met = useRef(new Set<string>());
  const missed = useRef(new Set<string>());

  const happen = ({ kind, thing }: SweepHappening) => {
    sound(SOUNDS[kind]);
    if (thing === null) return;
    met.current.add(thing.id);
    if (kind === 'wrong') missed.current.add(thing.id);
  };
  const wordsOf = ({ kind, gained }: SweepHappening) => {
    if (kind === 'caught') return null;
    const text =
      kind === 'right'
        ? t('arcade.sweep.gain', { points: gained })
        : t(`arcade.sweep.said.${kind}`);
    return { text, colour: COLOURS[kind] };
  };
  const painter = () =>
    sweepPainter(
      deck.kinds,
      run,
      steering,
      { of: wordsOf, count: (seconds) => t('arcade.sweep.count', { seconds }) },
      happen,
    );

  useEffect(() => {
    // After the room's own focus, which goes to the room as a whole.
    const frame = requestAnimationFrame(() => host.current?.focus({ preventScroll: true }));
    const rest = () => {
      steering.letGo();
      run.pause(true);
    };
    const hidden = () => {
      if (document.hidden) rest();
    };
    window.addEventListener('blur', rest);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('blur', rest);
      document.removeEventListener('visibilitychange', hidden);
    };
  }, [run, steering]);

  useEffect(() => {
    const node = room.current;
    const down = (event: KeyboardEvent) => {
      const { code, key } = event;
      const bin = BINS.find((one) => String(one) === key);
      if (code === 'Escape' || code === 'KeyP') run.pause(!run.board.getState().paused);
      else if (bin !== undefined) run.throwInto(bin);
      else if (code === 'Space' && event.target === host.current) {
        if (!event.repeat) run.toggleNet();
        event.preventDefault();
      } else if (steering.press(code)) event.preventDefault();
    };
    const up = ({ code }: KeyboardEvent) => steering.release(code);
    node?.addEventListener('keydown', down);
    node?.addEventListener('keyup', up);
    return () => {
      node?.removeEventListener('keydown', down);
      node?.removeEventListener('keyup', up);
    };
  }, [run, steering]);

  useEffect(() => {
    if (!board.over) return;
    const state = run.state();
    const clean = state.sea > 0;
    // A moment to see how it ended.
    const timer = setTimeout(
      () =>
        onEnd({
          points: sweep.score(state),
          best: GOOD_SWEEP,
          inputs: packInputs(run.moves),
          story: t(clean ? 'arcade.sweep.end.clean' : 'arcade.sweep.end.dirty', {
            count: state.sorted,
            sea: state.sea,
          }),
          learned: learnedFrom(deck.kinds, [...met.current], missed.current, locale),
        }),
      900,
    );
    return () => clearTimeout(timer);
    // oxlint-disable-next-line react/exhaustive-deps -- a round ends once
  }, [board.over]);

  const point = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    steering.point({ x: event.clientX - box.left, y: event.clientY - box.top });
  };
  const [head] = board.deck;
  const headName = deck.kinds.find(({ id }) => id === head?.id)?.name[locale];
  const goOn = () => {
    run.pause(false);
    host.current?.focus({ preventScroll: true });
  };
  return (
    <div className="sea-room" ref={room}>
      <Hud points={board.points}>
        {board.combo > 1 ? (
          <span className="hud-streak" key={board.combo}>
            {t('arcade.sweep.combo', { count: board.combo })}
          </span>
        ) : null}
        <Meter value={board.sea} max={100} label={t('arcade.sweep.sea', { sea: board.sea })} />
        <span className="sea-clock">{t('arcade.sweep.seconds', { seconds: board.seconds })}</span>
        <button
          type="button"
          className="sea-pause"
          onClick={() => (board.paused ? goOn() : run.pause(true))}
        >
          {board.paused ? <Play aria-hidden="true" /> : <Pause aria-hidden="true" />}
          <span>{t(board.paused ? 'arcade.goOn' : 'arcade.pause')}</span>
        </button>
      </Hud>
      <div
        ref={host}
        className="stage-host sea-host"
        role="application"
        tabIndex={0}
        aria-label={t('arcade.sweep.field')}
        data-net={board.net}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          point(event);
        }}
        onPointerMove={(event) => {
          if (event.buttons > 0) point(event);
        }}
        onPointerUp={() => steering.point(null)}
        onPointerCancel={() => steering.point(null)}
      >
        <PhaserStage host={host} painter={painter} />
        {board.paused ? (
          <div className="sea-rest">
            <p>{t('arcade.paused')}</p>
            <button type="button" className="sea-go" onClick={goOn}>
              <Play aria-hidden="true" />
              {t('arcade.goOn')}
            </button>
          </div>
        ) : null}
      </div>
      <div className="sea-hands">
        <button
          type="button"
          className="sea-net"
          aria-pressed={board.net}
          onClick={() => {
            run.toggleNet();
            host.current?.focus({ preventScroll: true });
          }}
        >
          <Anchor aria-hidden="true" />
          <span>{t(board.net ? 'arcade.sweep.netDown' : 'arcade.sweep.netUp')}</span>
        </button>
        <div className="sea-deck" role="status">
          {head === undefined ? (
            <span className="sea-empty">{t('arcade.sweep.deckEmpty')}</span>
          ) : (
            <>
              <img src={`/art/games/${head.id}.svg`} alt="" width="44" height="44" />
              <b>{headName}</b>
              {board.deck.slice(1).map(({ id }, i) => (
                <img key={i} src={`/art/games/${id}.svg`} alt="" width="28" height="28" />
              ))}
            </>
          )}
        </div>
        <div className="sea-bins">
          {BINS.map((bin) => {
            const Sign = BIN_SIGNS[bin];
            return (
              <button
                key={bin}
                type="button"
                data-bin={bin}
                onPointerDown={(event) => {
                  // At once, and without taking the keys from the boat.
                  event.preventDefault();
                  run.throwInto(bin);
                }}
                onClick={({ detail }) => {
                  if (detail === 0) run.throwInto(bin);
                }}
              >
                <Sign aria-hidden="true" />
                <span>{t(`games.sweep.bin.${bin}`)}</span>
                <kbd>{bin}</kbd>
              </button>
            );
          })}
        </div>
      </div>
      <p className="sea-keys">{t('arcade.sweep.keys')}</p>
    </div>
  );
}
