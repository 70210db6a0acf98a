import { useRef, useState } from 'react';
import { useStore } from 'zustand';
import { legOf, sail, type SailMove } from '@domain/games/sail/sail.ts';
import { randomFrom, shuffled } from '@domain/kernel/random.ts';
import type { Item } from '@domain/quiz/item.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { MapActors } from '../phaser/map/map-actors.tsx';
import { sailActors } from '../phaser/map/sail-actors.ts';
import { createRound } from '../play/game-store.ts';
import { Hud, Meter } from '../play/hud.tsx';
import type { Learned } from '../play/game-end.tsx';
import type { PlayProps } from '../play/game-room.tsx';
import { sound } from '../play/sound.ts';
import { HarbourQuestion } from './harbour-question.tsx';
import { ADDRESSEES, HOME, PORTS, portsInSight } from './ports.ts';
import { RouteChart } from './route-chart.tsx';
import { ShipsBoard } from './ships-board.tsx';
import './sail.css';

const LETTERS = 4;
const HOURS = 220;
/** A voyage with every letter brought, most answers right and a third of the time left. */
const BEST = LETTERS * 200 + 6 * 50 + 80 * 3 + 5 * 40;

/** Turn by turn: choose a port, sail or motor, meet the weather, answer in port. */
export function SailTable({
  seed,
  onEnd,
  items,
  drawn,
}: PlayProps & { items: readonly Item[]; drawn: boolean }) {
  const { t, locale } = useLanguage();
  const [round] = useState(() =>
    createRound(
      sail,
      { ports: PORTS, home: HOME, addressees: ADDRESSEES, letters: LETTERS, hours: HOURS },
      seed,
    ),
  );
  const state = useStore(round.store);
  const [track, setTrack] = useState<readonly string[]>([HOME]);
  const [aim, setAim] = useState<string | null>(null);
  const learned = useRef<Learned[]>([]);
  const [questions] = useState(() =>
    shuffled(
      randomFrom(seed),
      items.filter(({ body, level }) => body.kind === 'single' && level <= 2),
    ),
  );
  const over = sail.isOver(state);
  const inSight = portsInSight(state.at);

  const move = (one: SailMove) => {
    const before = round.store.getState().at;
    round.play(one);
    const after = round.store.getState();
    if (after.at !== before) {
      setTrack((list) => [...list, after.at]);
      setAim(null);
      sound(after.delivered.length > state.delivered.length ? 'win' : 'tap');
    }
  };
  const finish = () =>
    onEnd({
      points: sail.score(state),
      best: BEST,
      story: t(
        state.letters.length === 0
          ? 'games.sail.end.all'
          : state.hull === 0
            ? 'games.sail.end.towed'
            : 'games.sail.end.late',
        { count: state.delivered.length, of: LETTERS },
      ),
      learned: learned.current,
    });

  const item = questions[state.turn % questions.length];
  return (
    <div className="sail">
      <Hud points={sail.score(state)}>
        <Meter
          value={state.hoursLeft}
          max={HOURS}
          label={t('games.sail.hours', { hours: Math.max(0, state.hoursLeft) })}
        />
        <Meter value={state.fuel} max={100} label={t('games.sail.fuel', { fuel: state.fuel })} />
        <Meter value={state.hull} max={5} label={t('games.sail.hull', { hull: state.hull })} />
        <span>{t('games.sail.letters', { done: state.delivered.length, of: LETTERS })}</span>
      </Hud>
      <RouteChart
        state={state}
        track={track}
        inSight={inSight}
        aim={aim}
        onAim={state.pending === null && !over ? setAim : null}
      >
        {drawn ? (
          <MapActors
            painter={(chart) => sailActors(PORTS, chart)}
            round={{ state, thanks: t('arcade.sail.thanks') }}
          />
        ) : null}
      </RouteChart>
      {state.pending === 'question' && item && !over ? (
        <HarbourQuestion
          key={state.turn}
          item={item}
          seed={seed + state.turn}
          port={PORTS.find(({ id }) => id === state.at)?.name ?? ''}
          brought={state.delivered.at(-1) === state.at}
          onAnswered={(credit) => {
            learned.current.push({
              id: `${item.id}-${state.turn}`,
              text: item.explanation[locale],
              source: item.source,
              known: credit >= 0.5,
            });
            sound(credit >= 0.5 ? 'right' : 'wrong');
          }}
          onLeave={(credit) => move({ kind: 'answer', credit })}
        />
      ) : (
        <ShipsBoard
          state={state}
          over={over}
          aim={aim}
          inSight={inSight}
          leg={(to, engine) => legOf(state, to, engine)}
          onAim={setAim}
          onMove={move}
          onFinish={finish}
        />
      )}
    </div>
  );
}
