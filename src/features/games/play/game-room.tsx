import { Button } from '@mantine/core';
import { Volume2, VolumeX } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { shells } from '@domain/games/game.ts';
import type { Decks } from '@domain/games/decks.ts';
import type { Id } from '@domain/kernel/ids.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { ErrorNote } from '@ui/error-note.tsx';
import { Loading } from '@ui/loading.tsx';
import { GamesFrame } from '../games-frame.tsx';
import { useDecks } from '../games-queries.ts';
import { Shells } from '../shells.tsx';
import { type Ending, GameEnd } from './game-end.tsx';
import { freshSeed } from './game-store.ts';
import { isSoundOn, setSoundOn, sound } from './sound.ts';
import { GAME_PICTURES, type GameId } from './stations.ts';
import { useVoyageLog } from './voyage-log.ts';
import './play.css';

export type PlayProps = {
  readonly decks: Decks;
  readonly seed: number;
  readonly onEnd: (ending: Ending) => void;
};

type Phase =
  | { readonly kind: 'intro' }
  | { readonly kind: 'play'; readonly seed: number; readonly runId: Id | null }
  | { readonly kind: 'end'; readonly ending: Ending; readonly runId: Id | null };

/** Who plays rounds again to see that they are true. */
export type Referee = {
  /** Null when it cannot be asked: the round is played all the same. */
  readonly open: () => Promise<{ readonly runId: Id; readonly seed: number } | null>;
  readonly report: (runId: Id, inputs: readonly number[]) => ReactNode;
};

/** A game from its goal to its ending: what to do, the round, shells and what was learned. */
export function GameRoom({
  id,
  choices,
  referee = null,
  children,
}: {
  id: GameId;
  /** What can be chosen before a round. */
  choices?: ReactNode;
  referee?: Referee | null;
  children: (play: PlayProps) => ReactNode;
}) {
  const { t } = useLanguage();
  const decks = useDecks();
  const log = useVoyageLog();
  const [phase, setPhase] = useState<Phase>({ kind: 'intro' });
  const room = useRef<HTMLDivElement>(null);
  const { kind } = phase;
  // The button that was pressed is gone: who plays by keyboard or ear goes on where the game is.
  useEffect(() => {
    if (kind === 'intro') return;
    room.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [kind]);

  const begin = async () => {
    const run = referee === null ? null : await referee.open();
    setPhase({ kind: 'play', seed: run?.seed ?? freshSeed(), runId: run?.runId ?? null });
  };
  const end = (ending: Ending, runId: Id | null) => {
    const won = shells(ending.points, ending.best);
    log.record(id, { shells: won, points: ending.points });
    sound(won > 0 ? 'win' : 'tap');
    setPhase({ kind: 'end', ending, runId });
  };
  return (
    <GamesFrame title={t(`games.${id}.title`)} wide>
      {decks.isPending ? <Loading /> : null}
      {decks.isError ? (
        <ErrorNote error={decks.error} onRetry={() => void decks.refetch()} />
      ) : null}
      {decks.data ? (
        <div ref={room} className="game-room" data-phase={kind} tabIndex={-1}>
          {phase.kind === 'intro' ? (
            <Intro id={id} choices={choices} onBegin={() => void begin()} best={log.read()[id]} />
          ) : null}
          {phase.kind === 'play' ? (
            <div key={phase.seed}>
              {children({
                decks: decks.data,
                seed: phase.seed,
                onEnd: (ending) => end(ending, phase.runId),
              })}
            </div>
          ) : null}
          {phase.kind === 'end' ? (
            <GameEnd
              ending={phase.ending}
              best={log.read()[id]?.points ?? 0}
              extra={
                referee !== null && phase.runId !== null && phase.ending.inputs !== undefined
                  ? referee.report(phase.runId, phase.ending.inputs)
                  : null
              }
              onAgain={() => void begin()}
              onLeave={() => setPhase({ kind: 'intro' })}
            />
          ) : null}
        </div>
      ) : null}
    </GamesFrame>
  );
}

function Intro({
  id,
  choices,
  best,
  onBegin,
}: {
  id: GameId;
  choices: ReactNode;
  best: ReturnType<ReturnType<typeof useVoyageLog>['read']>[GameId];
  onBegin: () => void;
}) {
  const { t, f } = useLanguage();
  return (
    <section className="game-intro">
      <img src={GAME_PICTURES[id]} alt="" width="220" height="220" />
      <div className="game-intro-words">
        <p className="game-goal">{t(`games.${id}.goal`)}</p>
        <ol className="game-rules">
          <li>{t(`games.${id}.rule1`)}</li>
          <li>{t(`games.${id}.rule2`)}</li>
          <li>{t(`games.${id}.rule3`)}</li>
        </ol>
        {best === undefined ? null : (
          <div className="game-best">
            <Shells count={best.shells} />
            <span>{t('games.best', { points: f.integer(best.points) })}</span>
          </div>
        )}
        {choices}
        <div className="game-ways">
          <Button size="xl" onClick={onBegin}>
            {t('games.begin')}
          </Button>
          <SoundSwitch />
        </div>
      </div>
    </section>
  );
}

function SoundSwitch() {
  const { t } = useLanguage();
  const [on, setOn] = useState(isSoundOn);
  return (
    <button
      type="button"
      className="game-sound"
      aria-pressed={on}
      onClick={() => {
        setSoundOn(!on);
        setOn(!on);
        sound('tap');
      }}
    >
      {on ? <Volume2 aria-hidden="true" /> : <VolumeX aria-hidden="true" />}
      {t(on ? 'games.sound.on' : 'games.sound.off')}
    </button>
  );
}
