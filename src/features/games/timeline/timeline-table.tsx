import { Button } from '@mantine/core';
import { Check, X } from 'lucide-react';
import { Fragment, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { bestTimeline, timeline } from '@domain/games/timeline/timeline.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { createRound } from '../play/game-store.ts';
import { Hearts, Hud, Verdict } from '../play/hud.tsx';
import type { PlayProps } from '../play/game-room.tsx';
import { sound } from '../play/sound.ts';
import { useGapName } from './gap-name.ts';
import './timeline.css';

const DEAL = 10;
const HEARTS = 3;

/** A scroll of years with gaps between them: a button for every gap. */
export function TimelineTable({ decks, seed, onEnd }: PlayProps) {
  const { t, locale } = useLanguage();
  const gapName = useGapName();
  const [round] = useState(() =>
    createRound(timeline, { cards: decks.timeline.cards, deal: DEAL }, seed),
  );
  const state = useStore(round.store);
  const [missed, setMissed] = useState<readonly string[]>([]);
  const hand = useRef<HTMLDivElement>(null);
  const cards = new Map(decks.timeline.cards.map((card) => [card.id, card]));
  const inHand = state.hand === null ? undefined : cards.get(state.hand.id);
  const last = state.last === null ? undefined : cards.get(state.last.cardId);
  const laid = state.line.length;
  useEffect(() => {
    if (laid > 1) hand.current?.focus();
  }, [laid]);

  const put = (gap: number) => {
    round.play({ gap });
    const { last: done } = round.store.getState();
    if (done === null) return;
    if (!done.right) setMissed((list) => [...list, done.cardId]);
    sound(done.right ? 'right' : 'wrong');
  };
  const finish = () =>
    onEnd({
      points: timeline.score(state),
      best: bestTimeline(DEAL),
      story: t(state.hearts > 0 ? 'games.timeline.end.whole' : 'games.timeline.end.lost', {
        count: laid,
      }),
      learned: state.line.flatMap(({ id }) => {
        const card = cards.get(id);
        return card
          ? [
              {
                id,
                text: `${card.year}: ${card.about[locale]}`,
                source: card.source,
                known: !missed.includes(id),
              },
            ]
          : [];
      }),
    });

  return (
    <div className="timeline">
      <Hud points={state.points}>
        <Hearts
          left={state.hearts}
          of={HEARTS}
          label={t('games.timeline.hearts', { count: state.hearts })}
        />
        {state.streak > 1 ? (
          <span className="hud-streak">{t('games.streak', { count: state.streak })}</span>
        ) : null}
        <span>{t('games.timeline.left', { count: state.deck.length + (inHand ? 1 : 0) })}</span>
      </Hud>
      <div className="timeline-side">
        {inHand === undefined ? (
          <div className="timeline-hand timeline-over">
            <h2>{t(state.hearts > 0 ? 'games.timeline.done' : 'games.timeline.lost')}</h2>
            <Button size="lg" onClick={finish}>
              {t('games.seeEnd')}
            </Button>
          </div>
        ) : (
          <div className="timeline-hand" ref={hand} tabIndex={-1}>
            <p>{t('games.timeline.inHand')}</p>
            <h2>{inHand.title[locale]}</h2>
            <p className="timeline-hint">{t('games.timeline.where')}</p>
          </div>
        )}
        <Verdict outcome={state.last === null ? null : state.last.right ? 'right' : 'wrong'}>
          {last === undefined || state.last === null ? (
            <p>{t('games.timeline.start')}</p>
          ) : (
            <>
              <p className="verdict-word">
                {t(state.last.right ? 'games.timeline.right' : 'games.timeline.wrong', {
                  year: String(last.year),
                })}
              </p>
              <p>{last.about[locale]}</p>
              <p className="feedback-source">
                {t('quiz.source')}{' '}
                <cite>
                  {last.source.title}, {last.source.ref}
                </cite>
              </p>
            </>
          )}
        </Verdict>
      </div>
      <ol className="timeline-scroll" aria-label={t('games.timeline.scroll')}>
        {state.line.map((card, at) => (
          <Fragment key={card.id}>
            <li className="timeline-gap">
              <Gap
                name={gapName(state.line[at - 1]?.year, card.year)}
                closed={inHand === undefined}
                onPut={() => put(at)}
              />
            </li>
            <li
              className="timeline-card"
              data-fresh={card.id === state.last?.cardId}
              data-outcome={missed.includes(card.id) ? 'wrong' : laid > 1 ? 'right' : undefined}
            >
              <span className="timeline-year">{card.year}</span>
              <span>{cards.get(card.id)?.title[locale]}</span>
              {card.id === state.last?.cardId ? <Sign right={state.last.right} /> : null}
            </li>
          </Fragment>
        ))}
        <li className="timeline-gap">
          <Gap
            name={gapName(state.line.at(-1)?.year, undefined)}
            closed={inHand === undefined}
            onPut={() => put(laid)}
          />
        </li>
      </ol>
    </div>
  );
}

function Gap({ name, closed, onPut }: { name: string; closed: boolean; onPut: () => void }) {
  return (
    <button type="button" disabled={closed} onClick={onPut}>
      {name}
    </button>
  );
}

function Sign({ right }: { right: boolean }) {
  return right ? (
    <Check className="answer-mark" aria-hidden="true" />
  ) : (
    <X className="answer-mark" aria-hidden="true" />
  );
}
