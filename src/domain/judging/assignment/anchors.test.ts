import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { range } from '@tests/fixtures/assignment.ts';
import { drawAnchors } from './anchors.ts';

const entriesOf = (count: number, divisionOf: (index: number) => string = () => 'd') =>
  range(count).map((index) => ({ entryId: `e${index}`, divisionId: divisionOf(index) }));
const options = { count: 5, held: [] as string[], conflicts: [], seed: 1 };

describe('anchors', () => {
  it('are drawn only in a round that is large enough for them', () => {
    expect(drawAnchors(entriesOf(49), options)).toEqual([]);
    expect(drawAnchors(entriesOf(50), options)).toHaveLength(5);
  });

  it('stay what they were once drawn, as long as the entry stands', () => {
    const entries = entriesOf(60);
    const first = drawAnchors(entries, options);
    expect(drawAnchors(entries, { ...options, held: first, seed: 2 })).toEqual(first);
    const fewer = entries.filter(({ entryId }) => entryId !== first[0]);
    const next = drawAnchors(fewer, { ...options, held: first, seed: 2 });
    expect(next).toEqual(expect.arrayContaining(first.slice(1)));
    expect(next).toHaveLength(5);
    expect(drawAnchors(entriesOf(3), { ...options, held: ['e1'] })).toEqual(['e1']);
  });

  it('come from every division in proportion, of entries that most judges may see', () => {
    const entries = entriesOf(100, (index) => (index < 60 ? 'older' : 'younger'));
    const conflicts = entries.slice(0, 95).map(({ entryId }) => ({ entryId, judgeId: 'j' }));
    const drawn = drawAnchors(entries, { ...options, conflicts });
    const older = drawn.filter((entryId) => Number(entryId.slice(1)) < 60);
    expect(older).toHaveLength(3);
    const free = drawn.filter((entryId) => Number(entryId.slice(1)) >= 95);
    expect(free).toHaveLength(2);
  });

  it('are the same for the same seed, in whatever order the entries come', () => {
    const entries = entriesOf(80, (index) => `d${index % 3}`);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(entries, { minLength: 80 }),
        fc.nat(),
        (shuffledEntries, seed) => {
          expect(drawAnchors(shuffledEntries, { ...options, seed })).toEqual(
            drawAnchors(entries, { ...options, seed }),
          );
        },
      ),
      { numRuns: 30 },
    );
  });
});
