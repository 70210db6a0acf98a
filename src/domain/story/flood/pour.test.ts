import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pour, type PourWish } from './pour.ts';
import type { Pixels } from './region.ts';

const PAPER = 0xffffffff;
const INK = 0xff382a1b;

/** A small page from rows of letters: a space is paper, anything else is ink. */
function pageOf(rows: readonly string[]): Pixels {
  const width = rows[0]!.length;
  const words = new Uint32Array(width * rows.length);
  for (const [y, row] of rows.entries()) {
    for (let x = 0; x < width; x += 1) words[y * width + x] = row[x] === ' ' ? PAPER : INK;
  }
  return { width, height: rows.length, words };
}

const PLAIN: Omit<PourWish, 'x' | 'y'> = { tolerance: 24, gapPx: 0, growPx: 0 };

/** The page with what was poured as dots. */
function shown(page: Pixels, wish: PourWish): string[] {
  const rows = Array.from({ length: page.height }, (_, y) =>
    Array.from({ length: page.width }, (__, x): string =>
      page.words[y * page.width + x] === PAPER ? ' ' : '#',
    ),
  );
  const poured = pour(page, wish);
  for (const [i, row] of (poured?.mask.rows ?? []).entries()) {
    for (let at = 0; at < row.length; at += 2) {
      for (let x = row[at]!; x < row[at]! + row[at + 1]!; x += 1) {
        rows[poured!.mask.top + i]![x] = '.';
      }
    }
  }
  return rows.map((row) => row.join(''));
}

describe('poured colour', () => {
  it('fills a closed figure and nothing else', () => {
    const page = pageOf(['########  ', '#   #  #  ', '#   #  #  ', '#####  #  ', '    ####  ']);
    expect(shown(page, { ...PLAIN, x: 2, y: 2 })).toEqual([
      '########  ',
      '#...#  #  ',
      '#...#  #  ',
      '#####  #  ',
      '    ####  ',
    ]);
  });

  it('does not slip through a corner', () => {
    const page = pageOf(['    ', ' #  ', '#   ', '    ']);
    expect(shown(pageOf([' #  ', '#   ', '    ', '    ']), { ...PLAIN, x: 0, y: 0 })[0]).toBe(
      '.#  ',
    );
    expect(shown(page, { ...PLAIN, x: 3, y: 3 })[0]).toBe('....');
  });

  it('creeps under the ink around it, not past it', () => {
    const page = pageOf(['          ', ' ######   ', ' #    #   ', ' ######   ', '          ']);
    expect(shown(page, { ...PLAIN, x: 3, y: 2, growPx: 2 })).toEqual([
      '          ',
      ' ......   ',
      ' ......   ',
      ' ......   ',
      '          ',
    ]);
  });

  it('takes a gap of the given width for closed', () => {
    const figure = [
      '                    ',
      '  ##############    ',
      '  #            #    ',
      '  #            #    ',
      '  #                 ',
      '  #                 ',
      '  #            #    ',
      '  #            #    ',
      '  ##############    ',
      '                    ',
      '                    ',
    ];
    const leaked = shown(pageOf(figure), { ...PLAIN, x: 6, y: 5 });
    expect(leaked[0]).toContain('.');
    const kept = shown(pageOf(figure), { ...PLAIN, x: 6, y: 5, gapPx: 4 });
    expect(kept[0]!.trim()).toBe('');
    expect(kept[10]!.trim()).toBe('');
    expect(kept[2]).toBe('  #............#    ');
  });

  it('shows the gap through which it ran out', () => {
    const [width, height] = [400, 300];
    const words = new Uint32Array(width * height).fill(PAPER);
    const wall = (x: number, y: number) => (words[y * width + x] = INK);
    for (let i = 100; i <= 200; i += 1) {
      wall(i, 100);
      wall(i, 200);
      wall(100, i);
      if (i < 140 || i > 160) wall(200, i);
    }
    const { leaks } = pour({ width, height, words }, { ...PLAIN, x: 150, y: 150 })!;
    expect(leaks).toHaveLength(1);
    expect(Math.abs(leaks[0]!.y - 150)).toBeLessThan(6);
    expect(leaks[0]!.x).toBeGreaterThanOrEqual(198);
    expect(leaks[0]!.x).toBeLessThan(250);
  });

  it('says nothing of leaks on a blank page or for a puddle', () => {
    const blank = { width: 300, height: 200, words: new Uint32Array(60_000).fill(PAPER) };
    expect(pour(blank, { ...PLAIN, x: 10, y: 10 })!.leaks).toEqual([]);
  });
});

const pages = fc
  .array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 24, maxLength: 24 }), {
    minLength: 18,
    maxLength: 18,
  })
  .map((cells) => pageOf(cells.map((row) => row.map((cell) => (cell === 0 ? '#' : ' ')).join(''))));

/** What hangs together with the seed, found without any cleverness. */
function reachable({ width, height, words }: Pixels, seed: number): ReadonlySet<number> {
  const found = new Set([seed]);
  for (const at of found) {
    const x = at % width;
    for (const next of [x > 0 ? at - 1 : -1, x < width - 1 ? at + 1 : -1, at - width, at + width]) {
      if (next >= 0 && next < width * height && words[next] === words[seed]) found.add(next);
    }
  }
  return found;
}

function pouredSet(page: Pixels, wish: PourWish): ReadonlySet<number> {
  const { mask } = pour(page, wish)!;
  return new Set(
    mask.rows.flatMap((row, i) =>
      row.flatMap((start, at) =>
        at % 2 === 1
          ? []
          : Array.from({ length: row[at + 1]! }, (_, x) => (mask.top + i) * page.width + start + x),
      ),
    ),
  );
}

describe('on any page', () => {
  const anywhere = fc.record({ page: pages, x: fc.nat({ max: 23 }), y: fc.nat({ max: 17 }) });

  it('fills exactly what hangs together', () => {
    fc.assert(
      fc.property(anywhere, ({ page, x, y }) => {
        expect(pouredSet(page, { ...PLAIN, x, y })).toEqual(reachable(page, y * page.width + x));
      }),
      { numRuns: 300 },
    );
  });

  it('never comes out on the other side of a wall, whatever gaps it closes and however it grows', () => {
    fc.assert(
      fc.property(
        anywhere,
        fc.integer({ min: 0, max: 8 }),
        fc.integer({ min: 0, max: 2 }),
        ({ page, x, y }, gapPx, growPx) => {
          const seed = y * page.width + x;
          const allowed = reachable(page, seed);
          for (const at of pouredSet(page, { ...PLAIN, x, y, gapPx, growPx })) {
            if (!allowed.has(at)) expect(page.words[at]).not.toBe(page.words[seed]);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
