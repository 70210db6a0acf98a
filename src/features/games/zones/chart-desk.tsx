import { ZONES } from '@domain/quiz/kinds/chart.ts';
import { Button } from '@mantine/core';
import { Lightbulb } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { ZonesDeck } from '@domain/games/decks.ts';
import { shuffled } from '@domain/kernel/random.ts';
import { randomFrom } from '@domain/kernel/random.ts';
import { bestZones, type ZonesMove, zoneAt, zones } from '@domain/games/zones/zones.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { createRound } from '../play/game-store.ts';
import { NextButton } from '../play/next-button.tsx';
import { Hud, Verdict } from '../play/hud.tsx';
import type { PlayProps } from '../play/game-room.tsx';
import { sound } from '../play/sound.ts';
import { GreenChart } from './green-chart.tsx';
import './zones.css';

const EACH = 3;
const LAMPS = 3;

const setUpFrom = (deck: ZonesDeck) => ({
  draw: deck.draw.map(({ id, limitNm }) => ({ kind: 'draw' as const, id, limitNm })),
  locate: deck.locate.map(({ id, distanceNm }) => ({ kind: 'locate' as const, id, distanceNm })),
  right: deck.right.map(({ id, rights, key }) => ({
    kind: 'right' as const,
    id,
    key,
    rights: rights.map((one) => one.id),
  })),
  each: EACH,
});

/** Step off a limit, find the zone, choose the right: a task without credit puts out a lamp. */
export function ChartDesk({ decks: { zones: deck }, seed, onEnd }: PlayProps) {
  const { t, f, locale } = useLanguage();
  const [round] = useState(() => createRound(zones, setUpFrom(deck), seed));
  const state = useStore(round.store);
  const [opened, setOpened] = useState(60);
  const [judged, setJudged] = useState(false);
  const credits = useRef(new Map<string, number>());
  const head = useRef<HTMLHeadingElement>(null);
  const place = judged ? state.at - 1 : state.at;
  const task = state.tasks[place];
  useEffect(() => {
    if (place > 0) head.current?.focus();
  }, [place]);
  if (task === undefined) return null;

  const draw = deck.draw.find(({ id }) => id === task.id);
  const locate = deck.locate.find(({ id }) => id === task.id);
  const right = deck.right.find(({ id }) => id === task.id);
  const words = draw ?? locate ?? right;
  const whyOf = (id: string) => {
    const spot = deck.locate.find((one) => one.id === id);
    if (spot !== undefined) {
      return t('games.zones.lies', {
        distance: f.integer(Math.abs(spot.distanceNm)),
        side: spot.distanceNm < 0 ? 'landward' : 'seaward',
        zone: t(`quiz.zone.${zoneAt(spot.distanceNm)}`),
      });
    }
    return [...deck.draw, ...deck.right].find((one) => one.id === id)?.why[locale] ?? '';
  };
  const move = (one: ZonesMove) => {
    round.play(one);
    const { last } = round.store.getState();
    if (last === null) return;
    credits.current.set(last.id, last.credit);
    sound(last.credit >= 0.5 ? 'right' : 'wrong');
    setJudged(true);
  };
  const goOn = () => {
    if (!zones.isOver(state)) {
      setJudged(false);
      return setOpened(60);
    }
    const sources = [...deck.draw, ...deck.locate, ...deck.right];
    return onEnd({
      points: zones.score(state),
      best: bestZones(state.tasks.length),
      story: t(state.lamps > 0 ? 'games.zones.end.lit' : 'games.zones.end.dark', {
        lamps: state.lamps,
      }),
      learned: [...credits.current].map(([id, credit]) => ({
        id,
        text: whyOf(id),
        source: sources.find((one) => one.id === id)?.source ?? null,
        known: credit >= 0.5,
      })),
    });
  };
  const credit = judged ? (state.last?.credit ?? 0) : null;
  const rights = right ? shuffled(randomFrom(seed + place), right.rights) : [];
  return (
    <div className="zones">
      <Hud points={state.points}>
        <span
          className="hud-hearts hud-lamps"
          role="img"
          aria-label={t('games.zones.lamps', { count: state.lamps })}
        >
          {Array.from({ length: LAMPS }, (_, i) => (
            <Lightbulb key={i} aria-hidden="true" data-left={i < state.lamps} />
          ))}
        </span>
        {state.streak > 1 ? (
          <span className="hud-streak">{t('games.streak', { count: state.streak })}</span>
        ) : null}
        <span>{t('games.zones.place', { place: place + 1, of: state.tasks.length })}</span>
      </Hud>
      <GreenChart
        lamps={state.lamps}
        drawn={draw ? { at: opened, limit: judged ? draw.limitNm : null } : null}
        ship={locate?.distanceNm ?? null}
        shaded={judged}
      />
      <section className="zones-task">
        <h2 ref={head} tabIndex={-1}>
          {locate?.scene[locale] ?? draw?.ask[locale] ?? right?.ask[locale]}
        </h2>
        {draw ? (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (!judged) move({ kind: 'draw', nauticalMiles: opened });
            }}
          >
            <label>
              {t('games.zones.open', { distance: f.integer(opened) })}
              <input
                type="range"
                min="1"
                max="400"
                value={opened}
                disabled={judged}
                aria-valuetext={t('quiz.unit.nm', { number: f.integer(opened) })}
                onChange={(event) => setOpened(Number(event.currentTarget.value))}
              />
            </label>
            <div className="zones-steps">
              {[-10, -1, 1, 10].map((step) => (
                <button
                  key={step}
                  type="button"
                  disabled={judged}
                  onClick={() => setOpened(Math.min(400, Math.max(1, opened + step)))}
                >
                  {step > 0 ? `+${step}` : `−${-step}`}
                </button>
              ))}
              {judged ? null : (
                <Button type="submit" size="lg">
                  {t('games.zones.draw')}
                </Button>
              )}
            </div>
          </form>
        ) : null}
        {locate ? (
          <div className="zones-options">
            {ZONES.map((zone) => (
              <button
                key={zone}
                type="button"
                disabled={judged}
                data-answer={judged && zone === zoneAt(locate.distanceNm)}
                onClick={() => move({ kind: 'locate', zone })}
              >
                {t(`quiz.zone.${zone}`)}
              </button>
            ))}
          </div>
        ) : null}
        {right ? (
          <div className="zones-options">
            {rights.map(({ id, text }) => (
              <button
                key={id}
                type="button"
                disabled={judged}
                data-answer={judged && id === right.key}
                onClick={() => move({ kind: 'right', right: id })}
              >
                {text[locale]}
              </button>
            ))}
          </div>
        ) : null}
        <Verdict outcome={outcome(credit)}>
          {credit === null ? (
            <p>{t(`games.zones.hint.${task.kind}`)}</p>
          ) : (
            <>
              <p className="verdict-word">{t(`games.zones.${outcome(credit) ?? 'wrong'}`)}</p>
              <p>{whyOf(task.id)}</p>
              <p className="feedback-source">
                {t('quiz.source')}{' '}
                <cite>
                  {words?.source.title}, {words?.source.ref}
                </cite>
              </p>
              <NextButton onClick={goOn}>
                {t(zones.isOver(state) ? 'games.seeEnd' : 'games.zones.next')}
              </NextButton>
            </>
          )}
        </Verdict>
      </section>
    </div>
  );
}

function outcome(credit: number | null): 'right' | 'partly' | 'wrong' | null {
  if (credit === null) return null;
  return credit >= 0.85 ? 'right' : credit > 0 ? 'partly' : 'wrong';
}
