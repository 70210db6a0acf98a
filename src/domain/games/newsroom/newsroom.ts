import { shuffled } from '../../kernel/random.ts';
import type { VERDICTS } from '../../quiz/kinds/verdict.ts';
import type { Game } from '../game.ts';

export type Verdict = (typeof VERDICTS)[number];

/** A post of the feed, with its key: in practice it may lie on the device. */
export type Post = {
  readonly id: string;
  readonly verdict: Verdict;
  readonly evidence: readonly string[];
  readonly evidenceKey: string;
};

export type NewsroomSetUp = { readonly posts: readonly Post[]; readonly rounds: number };

export type NewsroomState = {
  readonly feed: readonly Post[];
  /** What was judged of the post on the desk; its evidence comes next. */
  readonly verdict: Verdict | null;
  /** Source cards opened for this post: reading costs trust nothing, haste does. */
  readonly opened: readonly string[];
  readonly points: number;
  /** 0 to 100: the readers' trust; the newsroom closes at 0. */
  readonly trust: number;
  /** Verdicts given before a single source was opened. */
  readonly hasty: number;
  readonly streak: number;
  readonly last: {
    readonly id: string;
    readonly verdictRight: boolean;
    readonly evidenceRight: boolean;
  } | null;
  readonly done: number;
};

export type NewsroomMove =
  | { readonly kind: 'open'; readonly evidence: string }
  | { readonly kind: 'judge'; readonly verdict: Verdict }
  | { readonly kind: 'prove'; readonly evidence: string };

const VERDICT_POINTS = 100;
const EVIDENCE_POINTS = 200;
const STREAK_POINTS = 50;
const MAX_STREAK = 4;
const START_TRUST = 70;

const within = (value: number) => Math.min(100, Math.max(0, value));

function prove(state: NewsroomState, post: Post, evidence: string): NewsroomState {
  const verdictRight = state.verdict === post.verdict;
  // The right source under a wrong verdict still shows that somebody read it.
  const evidenceRight = evidence === post.evidenceKey;
  const both = verdictRight && evidenceRight;
  const streak = both ? Math.min(state.streak + 1, MAX_STREAK) : 0;
  const won =
    (verdictRight ? VERDICT_POINTS : 0) +
    (both ? EVIDENCE_POINTS + STREAK_POINTS * (streak - 1) : 0);
  const change = both ? 10 : verdictRight ? 0 : -20;
  return {
    ...state,
    feed: state.feed.slice(1),
    verdict: null,
    opened: [],
    points: state.points + won,
    trust: within(state.trust + change),
    streak,
    last: { id: post.id, verdictRight, evidenceRight },
    done: state.done + 1,
  };
}

/** Posts to check: true, false or not enough evidence, and then the source that shows it. */
export const newsroom: Game<NewsroomSetUp, NewsroomState, NewsroomMove> = {
  version: 1,
  begin({ posts, rounds }, random) {
    const feed = shuffled(random, posts)
      .slice(0, rounds)
      .map((post) => ({ ...post, evidence: shuffled(random, post.evidence) }));
    return {
      feed,
      verdict: null,
      opened: [],
      points: 0,
      trust: START_TRUST,
      hasty: 0,
      streak: 0,
      last: null,
      done: 0,
    };
  },
  play(state, move) {
    const post = state.feed[0];
    if (post === undefined || state.trust === 0) return state;
    if (move.kind === 'open') {
      if (!post.evidence.includes(move.evidence) || state.opened.includes(move.evidence)) {
        return state;
      }
      return { ...state, opened: [...state.opened, move.evidence] };
    }
    if (move.kind === 'judge') {
      if (state.verdict !== null) return state;
      const hasty = state.opened.length === 0;
      return {
        ...state,
        verdict: move.verdict,
        hasty: state.hasty + (hasty ? 1 : 0),
        trust: within(state.trust - (hasty ? 5 : 0)),
      };
    }
    if (state.verdict === null || !post.evidence.includes(move.evidence)) return state;
    return prove(state, post, move.evidence);
  },
  isOver: ({ feed, trust }) => feed.length === 0 || trust === 0,
  score: ({ points, trust, feed }) => points + (feed.length === 0 ? trust * 5 : 0),
};

export function bestNewsroom(posts: number): number {
  const streaks = Array.from({ length: posts }, (_, i) => Math.min(i, MAX_STREAK - 1));
  const bonus = streaks.reduce((sum, streak) => sum + streak * STREAK_POINTS, 0);
  return posts * (VERDICT_POINTS + EVIDENCE_POINTS) + bonus + 100 * 5;
}
