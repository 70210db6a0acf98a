import { Heart } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { bestCalmSweep, calmSweep } from '@domain/games/sweep/calm-sweep.ts';
import type { Bin } from '@domain/games/sweep/sweep.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { createRound } from '../play/game-store.ts';
import { Hud, Verdict } from '../play/hud.tsx';
import type { PlayProps } from '../play/game-room.tsx';
import { sound } from '../play/sound.ts';
import { BIN_SIGNS } from './bins.tsx';
import { learnedFrom } from './learned.ts';
import './sweep.css';

const BINS: readonly Bin[] = [1, 2, 3, 0];

/** The same sorting without a clock: one thing at a time, and the reason at once. */
export function CalmTable({ decks: { sweep: deck }, seed, onEnd }: PlayProps) {
  const { t, locale } = useLanguage();
  const [round] = useState(() =>
    createRound(calmSweep, { kinds: deck.kinds.map(({ id, bin }) => ({ id, bin })) }, seed),
  );
  const state = useStore(round.store);
  const missed = useRef(new Set<string>());
  const [met, setMet] = useState<readonly string[]>([]);
  const table = useRef<HTMLDivElement>(null);
  const thing = deck.kinds.find(({ id }) => id === state.things[state.at]?.id);
  const before = deck.kinds.find(({ id }) => id === state.last?.id);

  const choose = (bin: Bin) => {
    round.play({ bin });
    const now = round.store.getState();
    if (now.last === null) return;
    const { id, right } = now.last;
    if (!right) missed.current.add(id);
    const all = met.includes(id) ? met : [...met, id];
    setMet(all);
    sound(right ? 'right' : 'wrong');
    if (!calmSweep.isOver(now)) return;
    onEnd({
      points: now.points,
      best: bestCalmSweep(now.things.length),
      story: t('games.sweep.end.calm', { count: now.things.length }),
      learned: learnedFrom(deck.kinds, all, missed.current, locale),
    });
  };
  useEffect(() => {
    const node = table.current;
    const onKey = ({ key }: KeyboardEvent) => {
      const bin = BINS.find((one) => String(one) === key);
      if (bin !== undefined) choose(bin);
    };
    node?.addEventListener('keydown', onKey);
    return () => node?.removeEventListener('keydown', onKey);
  });
  if (thing === undefined) return null;
  return (
    <div className="calm" ref={table}>
      <Hud points={state.points}>
        {state.combo > 1 ? (
          <span className="hud-streak">{t('games.sweep.combo', { count: state.combo })}</span>
        ) : null}
        <span>{t('games.sweep.place', { place: state.at + 1, of: state.things.length })}</span>
      </Hud>
      <div className="calm-sea">
        <div className="calm-thing" key={state.at}>
          <img src={`/art/games/${thing.id}.svg`} alt="" width="180" height="180" />
          <h2 aria-live="polite">{thing.name[locale]}</h2>
        </div>
      </div>
      <div className="bins">
        {BINS.map((bin) => {
          const Sign = BIN_SIGNS[bin] ?? Heart;
          return (
            <button key={bin} type="button" data-bin={bin} onClick={() => choose(bin)}>
              <Sign aria-hidden="true" />
              <span>{t(`games.sweep.bin.${bin}`)}</span>
              <kbd>{bin}</kbd>
            </button>
          );
        })}
      </div>
      <Verdict outcome={state.last === null ? null : state.last.right ? 'right' : 'wrong'}>
        {before === undefined || state.last === null ? (
          <p>{t('games.sweep.calmStart')}</p>
        ) : (
          <>
            <p className="verdict-word">
              {before.name[locale]}:{' '}
              {t(state.last.right ? 'games.sweep.right' : 'games.sweep.wrong')}
            </p>
            <p>{before.why[locale]}</p>
          </>
        )}
      </Verdict>
    </div>
  );
}
