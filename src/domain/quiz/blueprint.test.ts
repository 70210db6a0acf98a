import { describe, expect, it } from 'vitest';
import { Blueprint, drawPaper } from './blueprint.ts';
import { Item, LEVELS, TOPICS } from './item.ts';

const both = (vi: string) => ({ vi, en: vi });

/** Four contest items of each topic and level, each about a fact of its own. */
const bank: readonly Item[] = TOPICS.flatMap((topic, t) =>
  LEVELS.flatMap((level) =>
    [1, 2, 3, 4].map((n) =>
      Item.parse({
        id: `${topic}-${level}-${n}`,
        version: 1,
        pool: 'contest',
        topic,
        level,
        facts: [`${'ABCDEFGH'[t]}${level * 10 + n}`],
        stem: both('Câu hỏi thử'),
        body: {
          kind: 'single',
          options: [
            { id: 'a', text: both('một') },
            { id: 'b', text: both('hai') },
          ],
          key: 'a',
        },
        explanation: both('Vì sao'),
        source: { title: 'Nguồn thử', ref: 'tr. 1', url: 'https://example.org/nguon' },
        status: 'V',
        asOf: null,
        validFrom: null,
        validTo: n === 4 ? '2026-01-01' : null,
        review: { state: 'draft', reviewer: null, reviewedAt: null },
      }),
    ),
  ),
);

const blueprint: Blueprint = {
  topics: {
    geography: 3,
    law: 3,
    history: 2,
    economy: 1,
    environment: 1,
    cooperation: 1,
    'phu-tho': 1,
  },
  levels: { 1: 5, 2: 4, 3: 3 },
};

describe('a paper', () => {
  it.each([1, 2, 3, 4, 5])('keeps to its blueprint (seed %i)', (seed) => {
    const paper = drawPaper(bank, blueprint, '2026-11-23', seed);
    for (const topic of TOPICS) {
      expect(paper.filter((item) => item.topic === topic)).toHaveLength(blueprint.topics[topic]);
    }
    for (const level of LEVELS) {
      expect(paper.filter((item) => item.level === level)).toHaveLength(blueprint.levels[level]);
    }
    const facts = paper.flatMap((item) => item.facts);
    expect(new Set(facts).size).toBe(facts.length);
    expect(paper.some(({ validTo }) => validTo !== null)).toBe(false);
    expect(drawPaper(bank, blueprint, '2026-11-23', seed)).toEqual(paper);
  });

  it('goes from easy to hard', () => {
    const levels = drawPaper(bank, blueprint, '2026-11-23', 1).map(({ level }) => level);
    expect(levels).toEqual(levels.toSorted((a, b) => a - b));
  });

  it('is refused when the bank is too small, and never filled from the practice pool', () => {
    const practice = bank.map((item) => ({ ...item, pool: 'practice' as const }));
    expect(() => drawPaper(practice, blueprint, '2026-11-23', 1)).toThrow('quiz.bank-too-small');
  });

  it('asks as many of the levels as of the topics', () => {
    expect(Blueprint.safeParse({ ...blueprint, levels: { 1: 5, 2: 4, 3: 4 } }).success).toBe(false);
  });
});
