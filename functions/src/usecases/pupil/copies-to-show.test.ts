import { describe, expect, it } from 'vitest';
import type { DraftCopy } from '@contract/pupil.ts';
import { copiesToShow } from './copies-to-show.ts';

const MINUTE = 60_000;

function copy(version: number, minute: number, hash: string, side = false): DraftCopy {
  return { version, side, savedAt: minute * MINUTE, processHash: hash };
}

/** As the store hands them out. */
function hashesOf(...oldestFirst: readonly DraftCopy[]): string[] {
  const kept = oldestFirst.toSorted((a, b) => b.version - a.version || b.savedAt - a.savedAt);
  return copiesToShow(kept).map(({ processHash }) => processHash);
}

describe('the copies worth a look', () => {
  it('are the newest of each ten minutes, newest first', () => {
    const drawn = [copy(1, 0, 'a'), copy(2, 9, 'b'), copy(3, 10, 'c'), copy(4, 31, 'd')];
    expect(hashesOf(...drawn)).toEqual(['d', 'c', 'b']);
  });

  it('hold what two machines drew at the same time, and what the second one met', () => {
    const drawn = [copy(1, 0, 'a'), copy(2, 1, 'b'), copy(2, 2, 'x', true), copy(3, 3, 'c')];
    expect(hashesOf(...drawn)).toEqual(['c', 'x', 'b']);
  });

  it('hold what was there until an older copy was taken back, within the same minutes', () => {
    const drawn = [copy(1, 0, 'a'), copy(2, 15, 'b'), copy(3, 16, 'c'), copy(4, 17, 'a')];
    expect(hashesOf(...drawn)).toEqual(['a', 'c']);
    expect(hashesOf(...drawn, copy(5, 18, 'c'))).toEqual(['c', 'a']);
    expect(hashesOf(...drawn, copy(5, 18, 'd'))).toEqual(['d', 'c', 'a']);
  });

  it('are thirty at most: the newest one and side versions before plain history', () => {
    const side = copy(1, 1, 'x', true);
    const history = Array.from({ length: 50 }, (_, i) => copy(i + 1, i * 10, `h${i}`));
    const shown = hashesOf(side, ...history);
    expect(shown).toHaveLength(30);
    expect(shown[0]).toBe('h49');
    expect(shown.slice(-2)).toEqual(['x', 'h0']);
  });

  it('are none before anything was saved', () => {
    expect(hashesOf()).toEqual([]);
  });
});
