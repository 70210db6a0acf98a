import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignJudges } from './assignment.ts';

const judgesOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ judgeId: `j${index}`, load: 0 }));
const entriesOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ entryId: `e${index}`, seated: [] as string[] }));

describe('assigning judges', () => {
  it('gives every entry different judges, and judges loads that differ by one at most', () => {
    const sizes = fc.record({
      entries: fc.integer({ min: 0, max: 40 }),
      perEntry: fc.integer({ min: 1, max: 5 }),
      spare: fc.integer({ min: 0, max: 6 }),
      seed: fc.nat(),
    });
    fc.assert(
      fc.property(sizes, ({ entries, perEntry, spare, seed }) => {
        const judges = judgesOf(perEntry + spare);
        const pairs = assignJudges(entriesOf(entries), judges, perEntry, seed);
        expect(pairs).toHaveLength(entries * perEntry);
        expect(new Set(pairs.map((pair) => `${pair.entryId} ${pair.judgeId}`)).size).toBe(
          pairs.length,
        );
        const loads = judges.map(
          ({ judgeId }) => pairs.filter((pair) => pair.judgeId === judgeId).length,
        );
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('repeats its lots for the same seed and draws others for another', () => {
    const draw = (seed: number) => assignJudges(entriesOf(20), judgesOf(8), 3, seed);
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  it('keeps who is seated and adds only who is missing', () => {
    const entries = [
      { entryId: 'full', seated: ['j0', 'j1'] },
      { entryId: 'half', seated: ['j2'] },
    ];
    const pairs = assignJudges(entries, judgesOf(3), 2, 1);
    expect(pairs).toHaveLength(1);
    expect(pairs[0]).toMatchObject({ entryId: 'half' });
    expect(pairs[0]!.judgeId).not.toBe('j2');
  });
});
