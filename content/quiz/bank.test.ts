import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { randomFrom } from '@domain/kernel/random.ts';
import { type Item, LEVELS, Pack, TOPICS } from '@domain/quiz/item.ts';
import { KIND_NAMES } from '@domain/quiz/kinds/kinds.ts';
import { markAnswer, questionOf, solutionOf } from '@domain/quiz/question.ts';
import { faultsOf, packFiles } from './compiler/read-bank.ts';

const FILES = packFiles();

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const bank: readonly Item[] = FILES.flatMap((file) => {
  const parsed = Pack.safeParse(read(file));
  // What is wrong with it is told by the first test.
  return parsed.success ? parsed.data.items : [];
});

describe('the bank', () => {
  it.each(FILES)('%s keeps to the schema', (file) => {
    expect(faultsOf(file, read(file))).toEqual([]);
  });

  it('says which item and field of which file is wrong', () => {
    const pack = read(FILES[0]!) as { items: Item[] };
    Object.assign(pack.items[1]!, { status: 'M' });
    expect(faultsOf('x.json', pack)).toEqual([
      expect.stringMatching(new RegExp(`^x\\.json: item ${pack.items[1]!.id}: status: `, 'u')),
    ]);
  });

  it('is large enough, in every topic, level and kind', () => {
    expect(bank.length).toBeGreaterThanOrEqual(150);
    for (const topic of TOPICS) {
      for (const pool of ['practice', 'contest']) {
        const some = bank.filter((item) => item.topic === topic && item.pool === pool);
        expect(some.length, `${topic} ${pool}`).toBeGreaterThanOrEqual(4);
      }
    }
    for (const level of LEVELS) {
      expect(bank.filter((item) => item.level === level).length).toBeGreaterThanOrEqual(30);
    }
    for (const kind of KIND_NAMES) expect(bank.some(({ body }) => body.kind === kind)).toBe(true);
  });

  it('names each item once', () => {
    expect(new Set(bank.map(({ id }) => id)).size).toBe(bank.length);
  });

  it('teaches nothing in practice that the contest asks', () => {
    const facts = (pool: Item['pool']) =>
      new Set(bank.filter((item) => item.pool === pool).flatMap((item) => item.facts));
    expect([...facts('practice')].filter((fact) => facts('contest').has(fact))).toEqual([]);
  });

  it('gives each solution full credit and no key away by its id or place', () => {
    let keyFirst = 0;
    let singles = 0;
    for (const item of bank) {
      expect(markAnswer(item, solutionOf(item)).credit, item.id).toBe(1);
      const question = questionOf(item, 'vi', randomFrom(item.id.length * 31));
      expect(question.stem).toBe(item.stem.vi);
      if (item.body.kind !== 'single') continue;
      singles += 1;
      const ids = item.body.options.map(({ id }) => id).toSorted();
      if (ids[0] === item.body.key) keyFirst += 1;
    }
    // A quarter by chance; an author who names the right option "a" is found out.
    expect(keyFirst / singles).toBeLessThan(0.45);
  });
});
