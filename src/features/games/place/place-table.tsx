import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { useStore } from 'zustand';
import { islands, zones } from 'virtual:geo/sea';
import { bestPlace, place } from '@domain/games/place/place.ts';
import { distanceKm, type GeoPoint } from '@domain/kernel/sphere.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { MapActors } from '../phaser/map/map-actors.tsx';
import { placeActors } from '../phaser/map/place-actors.ts';
import { createRound } from '../play/game-store.ts';
import { NextButton } from '../play/next-button.tsx';
import { Hud, Verdict } from '../play/hud.tsx';
import type { PlayProps } from '../play/game-room.tsx';
import { sound } from '../play/sound.ts';
import { compassPoint } from './compass-point.ts';
import { DropMap } from './drop-map.tsx';
import './place.css';

const ROUNDS = 8;
const TRIES = 3;

/** One island of every special zone, so that a round goes all along the coast. */
const PLACES = zones.flatMap(({ id }) => {
  const [first] = islands.filter(({ zone }) => zone === id);
  return first ? [{ id: first.id, lat: first.latitude, lon: first.longitude }] : [];
});

/** Open sea: over no island and no name. */
const START: GeoPoint = { lat: 18.4, lon: 113.5 };

/** A name, a map, three tries; every miss says how far and in which direction to go. */
export function PlaceTable({
  seed,
  onEnd,
  fog,
  drawn,
}: PlayProps & { fog: boolean; drawn: boolean }) {
  const { t, f } = useLanguage();
  const [round] = useState(() => createRound(place, { places: PLACES, rounds: ROUNDS }, seed));
  const state = useStore(round.store);
  const [at, setAt] = useState<GeoPoint>(START);
  const [shown, setShown] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const { last, target } = state;
  const isDone = shown && last !== null && last.done;
  const islandId = isDone ? last.id : target?.id;
  const island = islands.find(({ id }) => id === islandId);
  if (island === undefined) return null;
  const goal = { lat: island.latitude, lon: island.longitude };
  const tried = shown && last?.id === island.id ? last : null;

  const drop = () => {
    round.play(at);
    const now = round.store.getState().last;
    sound(now !== null && now.done && now.points > 0 ? 'right' : 'wrong');
    setShown(true);
  };
  const goOn = () => {
    if (!place.isOver(state)) {
      setShown(false);
      frame.current?.querySelector<HTMLElement>('[role="application"]')?.focus();
      return;
    }
    onEnd({
      points: place.score(state),
      best: bestPlace(ROUNDS),
      story: t('games.place.end', {
        count: state.found.filter(({ points }) => points >= 40).length,
        of: ROUNDS,
      }),
      learned: state.found.flatMap(({ id, points }) => {
        const one = islands.find((other) => other.id === id);
        return one ? [{ id, text: aboutOf(one), source: null, known: points >= 40 }] : [];
      }),
    });
  };
  const aboutOf = (one: typeof island) => {
    const zone = zones.find(({ id }) => id === one.zone);
    return t('games.place.about', {
      island: one.name,
      zone: zone?.name ?? '',
      province: one.province,
      lat: f.mean(one.latitude),
      lon: f.mean(one.longitude),
    });
  };
  return (
    <div className="place" ref={frame}>
      <Hud points={state.points}>
        {state.streak > 1 ? (
          <span className="hud-streak">{t('games.streak', { count: state.streak })}</span>
        ) : null}
        <span>
          {t('games.place.place', { place: state.found.length + (isDone ? 0 : 1), of: ROUNDS })}
        </span>
      </Hud>
      <DropMap
        at={at}
        fog={fog && !isDone}
        closed={isDone}
        guess={tried?.guess ?? null}
        goal={isDone ? goal : null}
        onMove={(point) => {
          setAt(point);
          if (!isDone && shown) setShown(false);
        }}
        onDrop={isDone ? goOn : drop}
      >
        {drawn ? (
          <MapActors
            painter={placeActors}
            round={{
              at,
              fog: fog && !isDone,
              guess: tried?.guess ?? null,
              goal: isDone ? goal : null,
              gained:
                isDone && last.points >= 40
                  ? t('arcade.place.gain', { points: f.integer(last.points) })
                  : null,
            }}
          />
        ) : null}
      </DropMap>
      <section className="place-side">
        <div className="place-card">
          <p>{t('games.place.find')}</p>
          <h2>{island.name}</h2>
          <p>{t('games.place.tries', { count: isDone ? 0 : TRIES - state.tries })}</p>
        </div>
        {isDone ? null : (
          <Button size="xl" onClick={drop}>
            {t('games.place.drop')}
          </Button>
        )}
        <Verdict
          outcome={
            tried === null
              ? null
              : isDone && tried.points > 0
                ? 'right'
                : isDone
                  ? 'wrong'
                  : 'partly'
          }
        >
          {tried === null ? (
            <p>{t('games.place.at', { lat: f.mean(at.lat), lon: f.mean(at.lon) })}</p>
          ) : (
            <>
              <p className="verdict-word">
                {isDone
                  ? t('games.place.off', {
                      km: f.integer(Math.round(tried.offKm)),
                      points: f.integer(tried.points),
                    })
                  : t('games.place.again', {
                      km: f.integer(Math.round(distanceKm(tried.guess, goal))),
                      way: t(`games.way.${compassPoint(tried.guess, goal)}`),
                    })}
              </p>
              {isDone ? (
                <>
                  <p>{aboutOf(island)}</p>
                  <NextButton onClick={goOn}>
                    {t(place.isOver(state) ? 'games.seeEnd' : 'games.place.next')}
                  </NextButton>
                </>
              ) : null}
            </>
          )}
        </Verdict>
        <p className="place-keys">{t('games.place.keys')}</p>
      </section>
    </div>
  );
}
