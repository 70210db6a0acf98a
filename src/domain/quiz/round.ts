import * as z from 'zod/mini';
import { EpochMs, type Id } from '../kernel/ids.ts';
import { Blueprint } from './blueprint.ts';

/** The quiz round of an edition; organisers set it before the first pupil begins. */
export const QuizSettings = z
  .object({
    mode: z.enum(['off', 'on']),
    opensAt: EpochMs,
    closesAt: EpochMs,
    /** From the first question to the last answer, minutes. */
    minutes: z.int().check(z.gte(5), z.lte(90)),
    /** Share of the points that speed may add. */
    timeBonus: z.number().check(z.gte(0), z.lte(0.2)),
    /** Divisions that take part, by id; none: everybody does. */
    divisions: z.array(z.string()).check(z.maxLength(8)),
    blueprint: Blueprint,
  })
  .check(z.refine(({ mode, opensAt, closesAt }) => mode === 'off' || opensAt < closesAt));
export type QuizSettings = z.infer<typeof QuizSettings>;

export const DEFAULT_QUIZ: QuizSettings = {
  mode: 'off',
  opensAt: 0,
  closesAt: 0,
  minutes: 20,
  timeBonus: 0,
  divisions: [],
  blueprint: {
    topics: {
      geography: 3,
      law: 3,
      history: 2,
      environment: 2,
      economy: 1,
      cooperation: 1,
      'phu-tho': 1,
    },
    levels: { 1: 5, 2: 5, 3: 3 },
  },
};

export const QUIZ_PHASES = ['off', 'upcoming', 'open', 'closed'] as const;
export type QuizPhase = (typeof QUIZ_PHASES)[number];

/** `off` also for a division that does not take part. */
export function quizPhase(
  { mode, opensAt, closesAt, divisions }: QuizSettings,
  divisionId: string,
  now: EpochMs,
): QuizPhase {
  if (mode === 'off') return 'off';
  if (divisions.length > 0 && !divisions.includes(divisionId)) return 'off';
  if (now < opensAt) return 'upcoming';
  return now < closesAt ? 'open' : 'closed';
}

/** An attempt's last moment: its minutes, or the end of the round where that comes sooner. */
export function attemptEndsAt(settings: QuizSettings, startedAt: EpochMs): EpochMs {
  return Math.min(startedAt + settings.minutes * 60_000, settings.closesAt);
}

/** Which paper a pupil gets: one per division, `all` where the edition has none. */
export type PaperKey = { readonly editionId: Id; readonly divisionId: string };
