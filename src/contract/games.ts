import * as z from 'zod/mini';
import { BadgeId } from '@domain/games/badges.ts';
import { Decks } from '@domain/games/decks.ts';
import { Id } from '@domain/kernel/ids.ts';
import { route } from './route.ts';

export const readDecks = route({
  id: 'readDecks',
  method: 'get',
  path: '/api/games',
  action: 'practice.read',
  summary: 'The cards of the games, with their sources; the contest asks other facts',
  answer: Decks,
});

export const SweepRunView = z.object({ runId: Id, seed: z.int() });
export type SweepRunView = z.infer<typeof SweepRunView>;

export const SweepResult = z.object({
  points: z.int(),
  sea: z.int(),
  sorted: z.int(),
  badges: z.array(BadgeId),
  /** Badges that this run won for the first time. */
  won: z.array(BadgeId),
});
export type SweepResult = z.infer<typeof SweepResult>;

export const openSweepRun = route({
  id: 'openSweepRun',
  method: 'post',
  path: '/api/games/sweep/runs',
  action: 'game.play',
  summary: 'Begin a minute at sea with a seed of the server’s',
  answer: SweepRunView,
});

/** Pairs of how often and what: at most a pair for every tick of a minute. */
const Inputs = z.array(z.int().check(z.gte(0), z.lte(3600))).check(z.maxLength(7200));

export const finishSweepRun = route({
  id: 'finishSweepRun',
  method: 'post',
  path: '/api/games/sweep/runs/:runId',
  action: 'game.finish',
  summary: 'What the hands did: the server plays it again, once, and that is the result',
  body: z.object({ inputs: Inputs }),
  answer: SweepResult,
});

export const readBadges = route({
  id: 'readBadges',
  method: 'get',
  path: '/api/games/badges',
  action: 'game.play',
  summary: 'Own badges',
  answer: z.object({ badges: z.array(BadgeId) }),
});
