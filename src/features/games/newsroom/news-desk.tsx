import { VERDICTS } from '@domain/quiz/kinds/verdict.ts';
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { NewsPost } from '@domain/games/decks.ts';
import { bestNewsroom, newsroom, type NewsroomState } from '@domain/games/newsroom/newsroom.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { createRound } from '../play/game-store.ts';
import { NextButton } from '../play/next-button.tsx';
import { Hud, Meter, Verdict } from '../play/hud.tsx';
import type { PlayProps } from '../play/game-room.tsx';
import { sound } from '../play/sound.ts';
import { EvidenceCards } from './evidence-cards.tsx';
import './newsroom.css';

const ROUNDS = 8;

/** A post on the desk, three sources beside it: read, judge, then show the source. */
export function NewsDesk({ decks, seed, onEnd }: PlayProps) {
  const { t, locale } = useLanguage();
  const [round] = useState(() =>
    createRound(
      newsroom,
      {
        rounds: ROUNDS,
        posts: decks.newsroom.posts.map(({ id, verdict, evidence, evidenceKey }) => ({
          id,
          verdict,
          evidenceKey,
          evidence: evidence.map((card) => card.id),
        })),
      },
      seed,
    ),
  );
  const state = useStore(round.store);
  /** The last post, shown with its answer until the player goes on. */
  const [shown, setShown] = useState<NewsroomState['last']>(null);
  const missed = useRef(new Set<string>());
  const seen = useRef<string[]>([]);
  const desk = useRef<HTMLElement>(null);
  const posts = new Map(decks.newsroom.posts.map((post) => [post.id, post]));
  const current = state.feed[0];
  const post = posts.get(shown?.id ?? current?.id ?? '');
  const postId = post?.id;
  useEffect(() => {
    if (seen.current.length > 0) desk.current?.focus();
  }, [postId]);

  const prove = (evidence: string) => {
    round.play({ kind: 'prove', evidence });
    const { last } = round.store.getState();
    if (last === null) return;
    seen.current.push(last.id);
    const whole = last.verdictRight && last.evidenceRight;
    if (!whole) missed.current.add(last.id);
    sound(whole ? 'right' : 'wrong');
    setShown(last);
  };
  const goOn = () => {
    if (!newsroom.isOver(state)) return setShown(null);
    return onEnd({
      points: newsroom.score(state),
      best: bestNewsroom(ROUNDS),
      story: t(state.trust > 0 ? 'games.newsroom.end.open' : 'games.newsroom.end.closed', {
        trust: state.trust,
        hasty: state.hasty,
      }),
      learned: seen.current.flatMap((id) => {
        const one = posts.get(id);
        return one
          ? [
              {
                id,
                text: one.explanation[locale],
                source: one.source,
                known: !missed.current.has(id),
              },
            ]
          : [];
      }),
    });
  };
  if (post === undefined) return null;
  const order = current?.id === post.id ? current.evidence : post.evidence.map(({ id }) => id);
  return (
    <div className="newsroom">
      <Hud points={state.points}>
        <Meter
          value={state.trust}
          max={100}
          label={t('games.newsroom.trust', { value: state.trust })}
        />
        {state.streak > 1 ? (
          <span className="hud-streak">{t('games.streak', { count: state.streak })}</span>
        ) : null}
        <span>
          {t('games.newsroom.place', {
            place: Math.min(ROUNDS, state.done + (shown === null ? 1 : 0)),
            of: ROUNDS,
          })}
        </span>
      </Hud>
      <article ref={desk} className="news-post" tabIndex={-1} aria-label={t('games.newsroom.post')}>
        <header>
          <span className="news-avatar" aria-hidden="true">
            {post.account[locale].slice(0, 1)}
          </span>
          <span>
            <strong>{post.account[locale]}</strong>
            <span>{t('games.newsroom.invented')}</span>
          </span>
        </header>
        <p className="news-claim">
          <Claim post={post} marked={shown !== null} />
        </p>
        {shown === null ? (
          <fieldset className="news-verdicts" disabled={state.verdict !== null}>
            <legend>{t('games.newsroom.ask')}</legend>
            {VERDICTS.map((verdict) => (
              <button
                key={verdict}
                type="button"
                data-verdict={verdict}
                aria-pressed={state.verdict === verdict}
                onClick={() => {
                  sound('tap');
                  round.play({ kind: 'judge', verdict });
                }}
              >
                {t(`quiz.verdict.${verdict}`)}
              </button>
            ))}
          </fieldset>
        ) : null}
      </article>
      <EvidenceCards
        post={post}
        order={order}
        opened={shown === null ? state.opened : order}
        proving={shown === null && state.verdict !== null}
        answer={shown === null ? null : post.evidenceKey}
        onOpen={(evidence) => {
          sound('tap');
          round.play({ kind: 'open', evidence });
        }}
        onProve={prove}
      />
      <Verdict
        outcome={
          shown === null
            ? null
            : shown.verdictRight && shown.evidenceRight
              ? 'right'
              : shown.verdictRight
                ? 'partly'
                : 'wrong'
        }
      >
        {shown === null ? (
          <p>
            {t(
              state.verdict !== null
                ? 'games.newsroom.step.prove'
                : state.opened.length > 0
                  ? 'games.newsroom.step.judge'
                  : 'games.newsroom.step.read',
            )}
          </p>
        ) : (
          <>
            <p className="verdict-word">
              {t(
                shown.verdictRight && shown.evidenceRight
                  ? 'games.newsroom.right'
                  : shown.verdictRight
                    ? 'games.newsroom.source'
                    : 'games.newsroom.wrong',
                { verdict: t(`quiz.verdict.${post.verdict}`) },
              )}
            </p>
            <p>{post.explanation[locale]}</p>
            <NextButton onClick={goOn}>
              {t(newsroom.isOver(state) ? 'games.seeEnd' : 'games.newsroom.next')}
            </NextButton>
          </>
        )}
      </Verdict>
    </div>
  );
}

/** The claim; afterwards with the words that were wrong marked. */
function Claim({ post, marked }: { post: NewsPost; marked: boolean }) {
  const { locale } = useLanguage();
  const claim = post.claim[locale];
  if (!marked || post.wrong === null) return claim;
  const wrong = post.wrong[locale];
  const at = claim.indexOf(wrong);
  return (
    <>
      {claim.slice(0, at)}
      <mark>{wrong}</mark>
      {claim.slice(at + wrong.length)}
    </>
  );
}
