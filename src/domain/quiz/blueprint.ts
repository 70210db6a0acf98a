import * as z from 'zod/mini';
import type { IsoDay } from '../kernel/ids.ts';
import { randomFrom, shuffled } from '../kernel/random.ts';
import { refuse } from '../kernel/refusal.ts';
import { isValidOn, type Item, LEVELS, TOPICS } from './item.ts';

const Share = z.int().check(z.gte(0), z.lte(20));

/** How many questions of each topic and level every pupil of a division answers. */
export const Blueprint = z
  .strictObject({
    topics: z.record(z.enum(TOPICS), Share),
    levels: z.strictObject({ 1: Share, 2: Share, 3: Share }),
  })
  .check(
    z.refine(({ topics, levels }) => {
      const asked = TOPICS.reduce((sum, topic) => sum + topics[topic], 0);
      return asked > 0 && asked === LEVELS.reduce((sum, level) => sum + levels[level], 0);
    }),
  );
export type Blueprint = z.infer<typeof Blueprint>;

/**
 * The items of one round, the same for every pupil of the division: as many of each topic and level
 * as the blueprint says, no fact asked twice, easiest first. Seeded, so that it can be drawn again.
 * Refuses 'quiz.bank-too-small' when the bank cannot fill it.
 */
export function drawPaper(
  bank: readonly Item[],
  blueprint: Blueprint,
  day: IsoDay,
  seed: number,
): readonly Item[] {
  const random = randomFrom(seed);
  const pool = shuffled(
    random,
    bank.filter((item) => item.pool === 'contest' && isValidOn(item, day)),
  );
  const topics = { ...blueprint.topics };
  const levels = { ...blueprint.levels };
  const facts = new Set<string>();
  const paper: Item[] = [];
  const take = (item: Item) => {
    topics[item.topic] -= 1;
    levels[item.level] -= 1;
    for (const fact of item.facts) facts.add(fact);
    paper.push(item);
  };
  const asked = LEVELS.reduce((sum, level) => sum + levels[level], 0);
  while (paper.length < asked) {
    const open = pool.filter(
      (item) =>
        topics[item.topic] > 0 &&
        levels[item.level] > 0 &&
        !item.facts.some((fact) => facts.has(fact)),
    );
    // The scarcest topic first: what is plentiful can wait.
    const supply = (item: Item) =>
      open.filter(({ topic }) => topic === item.topic).length / topics[item.topic];
    const next = open.toSorted((a, b) => supply(a) - supply(b))[0];
    if (next === undefined) {
      throw refuse('quiz.bank-too-small', { found: paper.length, needed: asked });
    }
    take(next);
  }
  return paper.toSorted((a, b) => a.level - b.level);
}
