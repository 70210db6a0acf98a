import { vietnamDay } from '@domain/contest/day.ts';
import { randomFrom } from '@domain/kernel/random.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import { sha256Hex } from '@domain/story/hash.ts';
import { drawPaper } from '@domain/quiz/blueprint.ts';
import type { Item } from '@domain/quiz/item.ts';
import { type Question, questionOf } from '@domain/quiz/question.ts';
import type { QuizLocale } from '@domain/quiz/words.ts';
import type { Trx } from '@server/store/database.ts';
import { type Attempt, findPaper, insertPaper, type Paper } from '@server/store/queries/quiz.ts';
import type { Deps } from '@server/usecases/deps.ts';
import type { OwnRound } from './own-round.ts';

const SEEDS = 2 ** 31;

/** The division's paper, drawn when its first pupil begins and the same for all who follow. */
export async function takePaper(
  trx: Trx,
  { bank, clock, randomness }: Pick<Deps, 'bank' | 'clock' | 'randomness'>,
  { edition, divisionId }: OwnRound,
): Promise<Paper> {
  const key = { editionId: edition.id, divisionId };
  const drawn = await findPaper(trx, key);
  if (drawn !== null) return drawn;
  const seed = randomness.integer(SEEDS);
  const now = clock.now();
  const items = drawPaper(bank, edition.settings.quiz.blueprint, vietnamDay(now), seed);
  const itemIds = items.map(({ id }) => id);
  const print = JSON.stringify(items.map(({ id, version }) => [id, version]));
  const paper = { ...key, seed, itemIds, paperHash: sha256Hex(new TextEncoder().encode(print)) };
  await insertPaper(trx, paper, now);
  return paper;
}

/** An item of a paper. A bank that lost one since the paper was drawn is a bug, not a refusal. */
export function itemAt({ bank }: Pick<Deps, 'bank'>, { itemIds }: Paper, seq: number): Item {
  const item = bank.find(({ id }) => id === itemIds[seq]);
  if (item === undefined) throw new Error(`no item ${itemIds[seq]} in the bank`);
  return item;
}

/** The question as this attempt asks it: options lie the same way whenever it is asked again. */
export function questionFor(
  { seed }: Pick<Attempt, 'seed'>,
  item: Item,
  seq: number,
  locale: QuizLocale,
): Question {
  return questionOf(item, locale, randomFrom(seed + seq * 7919));
}

export async function paperOf(trx: Trx | Deps['db'], attempt: Attempt): Promise<Paper> {
  const paper = await findPaper(trx, attempt);
  if (paper === null) throw refuse('not-found');
  return paper;
}
