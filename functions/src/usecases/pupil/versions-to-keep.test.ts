import { describe, expect, it } from 'vitest';
import { processesToKeep } from './versions-to-keep.ts';

const NOON = Date.UTC(2027, 3, 15, 12);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

function version(processHash: string, savedAt: number, marks = {}) {
  return { processHash, savedAt, side: false, forGood: false, ...marks };
}
const keptOf = (versions: readonly ReturnType<typeof version>[], now = NOON) =>
  [...processesToKeep(versions, now)].toSorted();

describe('of the versions of a draft', () => {
  it('all of the last two minutes stay, then the newest of each ten minutes', () => {
    const versions = Array.from({ length: 3 * 60 }, (_, i) => version(`v${i}`, NOON - i * 20_000));
    const kept = keptOf(versions);
    expect(kept.filter((name) => Number(name.slice(1)) < 6)).toHaveLength(6);
    // v0 is the newest of the span that begins at noon.
    expect(kept.filter((name) => Number(name.slice(1)) >= 6)).toEqual(
      ['v31', 'v61', 'v91', 'v121', 'v151'].toSorted(),
    );
  });

  it('the newest of each day stays before that', () => {
    const hours = Array.from({ length: 72 }, (_, i) => version(`h${i}`, NOON - i * 60 * MINUTE));
    const old = keptOf(hours.slice(25));
    expect(old).toEqual(['h25', 'h37', 'h61'].toSorted());
  });

  it('the newest stays however old it is', () => {
    expect(keptOf([version('only', NOON - 400 * DAY)])).toEqual(['only']);
  });

  it('side versions stay, and those that nothing goes on from', () => {
    const versions = [
      version('new', NOON - 30 * DAY),
      version('side', NOON - 30 * DAY - 1, { side: true }),
      version('left', NOON - 30 * DAY - 2, { forGood: true }),
      version('gone', NOON - 30 * DAY - 3),
    ];
    expect(keptOf(versions)).toEqual(['left', 'new', 'side']);
  });
});
