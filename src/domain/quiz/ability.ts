import { pick, type Random } from '../kernel/random.ts';
import type { Level } from './item.ts';

/** How hard an item is and how able a player, on one scale (logits): 0 is the middle of all pupils. */
export type Logit = number;

/** Teachers' guess by school level, until answers say better. */
const PRIOR_DIFFICULTY: Readonly<Record<Level, Logit>> = { 1: -1, 2: 0, 3: 1 };

export function priorDifficulty(level: Level): Logit {
  return PRIOR_DIFFICULTY[level];
}

/** Chance of success (G. Rasch 1960): 1 / (1 + exp(difficulty − ability)). */
export function successChance(ability: Logit, difficulty: Logit): number {
  return 1 / (1 + Math.exp(difficulty - ability));
}

/** One judged answer; credit 0 to 1 counts as that share of a success. */
export type Judged = { readonly difficulty: Logit; readonly credit: number };

const GRID = Array.from({ length: 81 }, (_, i) => (i - 40) / 10);

/**
 * Expected a posteriori ability with a standard normal prior (R. D. Bock and R. J. Mislevy 1982),
 * by quadrature on −4 … 4 in steps of 0.1. With no answer it is 0, with any it is finite.
 */
export function estimateAbility(answers: readonly Judged[]): Logit {
  const logPosterior = GRID.map((ability) =>
    answers.reduce(
      (sum, { difficulty, credit }) => {
        const chance = successChance(ability, difficulty);
        return sum + credit * Math.log(chance) + (1 - credit) * Math.log(1 - chance);
      },
      -(ability * ability) / 2,
    ),
  );
  const peak = Math.max(...logPosterior);
  const weights = logPosterior.map((value) => Math.exp(value - peak));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return GRID.reduce((sum, ability, i) => sum + ability * weights[i]!, 0) / total;
}

/** Pupils stay with a game in which about seven of ten answers are right. */
const TARGET_SUCCESS = 0.7;
/** Drawing among six instead of the very nearest keeps the top item's exposure at a third. */
const CANDIDATES = 6;

/** The next item for practice: one of the six whose chance of success is nearest to 0.7. */
export function pickNext<Candidate extends { readonly difficulty: Logit }>(
  candidates: readonly Candidate[],
  ability: Logit,
  random: Random,
): Candidate | undefined {
  if (candidates.length === 0) return undefined;
  const off = ({ difficulty }: Candidate) =>
    Math.abs(successChance(ability, difficulty) - TARGET_SUCCESS);
  const nearest = candidates.toSorted((a, b) => off(a) - off(b)).slice(0, CANDIDATES);
  return pick(random, nearest);
}

/**
 * The difficulty after one more answer, by Elo's rule with a step of 1 / (1 + 0.05 n) for the n-th
 * answer, so that an item settles.
 */
export function updatedDifficulty(
  difficulty: Logit,
  ability: Logit,
  credit: number,
  answersSoFar: number,
): Logit {
  const step = 1 / (1 + 0.05 * answersSoFar);
  return difficulty + step * (successChance(ability, difficulty) - credit);
}
