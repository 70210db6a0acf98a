import { Button } from '@mantine/core';
import { Anchor, Fuel, Mail, Wind } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { legOf, SailMove, SailState } from '@domain/games/sail/sail.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { compassPoint } from '../place/compass-point.ts';
import { type NamedPort, PORTS } from './ports.ts';

const WINDS = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const;

/** Letters, wind, and the ports in sight with what each leg costs. */
export function ShipsBoard({
  state,
  over,
  aim,
  inSight,
  leg,
  onAim,
  onMove,
  onFinish,
}: {
  state: SailState;
  over: boolean;
  aim: string | null;
  inSight: readonly NamedPort[];
  leg: (to: string, engine: boolean) => ReturnType<typeof legOf>;
  onAim: (port: string) => void;
  onMove: (move: SailMove) => void;
  onFinish: () => void;
}) {
  const { t, f } = useLanguage();
  const board = useRef<HTMLDivElement>(null);
  const { turn, pending } = state;
  useEffect(() => {
    if (turn > 0 || pending !== null) board.current?.focus();
  }, [turn, pending]);
  const here = PORTS.find(({ id }) => id === state.at)!;
  const { wind } = state.weather[state.turn % state.weather.length]!;
  if (over) {
    return (
      <div className="sail-board" ref={board} tabIndex={-1}>
        <h2>{t(state.letters.length === 0 ? 'games.sail.over.all' : 'games.sail.over.some')}</h2>
        <Button size="lg" onClick={onFinish}>
          {t('games.seeEnd')}
        </Button>
      </div>
    );
  }
  if (pending === 'storm') {
    return (
      <div className="sail-board sail-storm" ref={board} tabIndex={-1}>
        <h2>{t('games.sail.storm')}</h2>
        <p>{t('games.sail.stormAbout')}</p>
        <div className="game-ways">
          <Button size="lg" onClick={() => onMove({ kind: 'storm', choice: 'shelter' })}>
            {t('games.sail.shelter')}
          </Button>
          <Button
            size="lg"
            variant="default"
            onClick={() => onMove({ kind: 'storm', choice: 'push-on' })}
          >
            {t('games.sail.pushOn')}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div className="sail-board" ref={board} tabIndex={-1}>
      <h2>{t('games.sail.at', { port: here.name })}</h2>
      <p className="sail-facts">
        <Mail aria-hidden="true" />
        {t('games.sail.waiting', {
          names: PORTS.filter(({ id }) => state.letters.includes(id))
            .map(({ name }) => name)
            .join(', '),
        })}
      </p>
      <p className="sail-facts">
        <Wind aria-hidden="true" />
        {wind.force === 0
          ? t('games.sail.calm')
          : t('games.sail.blows', {
              way: t(`games.way.${WINDS[wind.to % 8]!}`),
              force: wind.force,
            })}
      </p>
      <ul className="sail-ports">
        {inSight.map((port) => {
          const bySail = leg(port.id, false);
          const byEngine = leg(port.id, true);
          const open = aim === port.id;
          return (
            <li key={port.id} data-open={open}>
              <button
                type="button"
                className="sail-name"
                aria-expanded={open}
                onClick={() => onAim(port.id)}
              >
                {state.letters.includes(port.id) ? (
                  <Mail aria-label={t('games.sail.hasLetter')} />
                ) : (
                  <Anchor aria-hidden="true" />
                )}
                <span>{port.name}</span>
                <span className="sail-distance">
                  {t('games.sail.leg', {
                    distance: f.integer(bySail.nauticalMiles),
                    way: t(`games.way.${compassPoint(here, port)}`),
                  })}
                </span>
              </button>
              {open ? (
                <div className="sail-choice">
                  <Button
                    size="md"
                    leftSection={<Wind size={20} aria-hidden="true" />}
                    onClick={() => onMove({ kind: 'sail', to: port.id, engine: false })}
                  >
                    {t('games.sail.bySail', { hours: bySail.hours })}
                  </Button>
                  <Button
                    size="md"
                    variant="default"
                    leftSection={<Fuel size={20} aria-hidden="true" />}
                    disabled={byEngine.fuel > state.fuel}
                    onClick={() => onMove({ kind: 'sail', to: port.id, engine: true })}
                  >
                    {t('games.sail.byEngine', { hours: byEngine.hours, fuel: byEngine.fuel })}
                  </Button>
                </div>
              ) : null}
            </li>
          );
        })}
      </ul>
      <Button variant="default" size="md" onClick={() => onMove({ kind: 'wait' })}>
        {t('games.sail.wait')}
      </Button>
    </div>
  );
}
