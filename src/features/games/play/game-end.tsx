import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { shells } from '@domain/games/game.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { ButtonLink } from '@ui/button-link.tsx';
import { Shells } from '../shells.tsx';

type Source = { readonly title: string; readonly ref: string };
export type Learned = {
  readonly id: string;
  readonly text: string;
  readonly source: Source | null;
  /** False for what went wrong this time: it stands first, to be read. */
  readonly known: boolean;
};
export type Ending = {
  readonly points: number;
  /** What a faultless round is worth. */
  readonly best: number;
  /** How it went, in one sentence. */
  readonly story: string;
  readonly learned: readonly Learned[];
  /** What the hands did, packed, where a referee plays rounds again. */
  readonly inputs?: readonly number[];
};

/** Shells, what was learned with its source, and another round. */
export function GameEnd({
  ending: { points, best: faultless, story, learned },
  best,
  extra,
  onAgain,
  onLeave,
}: {
  ending: Ending;
  best: number;
  /** What a referee says of the round. */
  extra?: ReactNode;
  onAgain: () => void;
  onLeave: () => void;
}) {
  const { t, f } = useLanguage();
  const count = shells(points, faultless);
  const inOrder = learned.toSorted((a, b) => Number(a.known) - Number(b.known));
  return (
    <section className="game-end">
      <div className="game-end-prize">
        <Shells count={count} />
        <h2>{t(`games.end.${count}`)}</h2>
        <p>{story}</p>
        <p className="game-end-points">
          {t('games.points', { points: f.integer(points) })}
          {points >= best && points > 0 ? <span> {t('games.end.record')}</span> : null}
        </p>
        {extra}
        <div className="game-ways">
          <Button size="lg" onClick={onAgain}>
            {t('games.again')}
          </Button>
          <Button size="lg" variant="default" onClick={onLeave}>
            {t('games.rules')}
          </Button>
          <ButtonLink to="/hoc-choi" size="lg" variant="default">
            {t('games.toMap')}
          </ButtonLink>
        </div>
      </div>
      {inOrder.length > 0 ? (
        <div className="game-learned">
          <h3>{t('games.learned')}</h3>
          <ul>
            {inOrder.map(({ id, text, source, known }) => (
              <li key={id} data-known={known}>
                <p>{text}</p>
                {source === null ? null : (
                  <p className="feedback-source">
                    {t('quiz.source')}{' '}
                    <cite>
                      {source.title}, {source.ref}
                    </cite>
                  </p>
                )}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </section>
  );
}
