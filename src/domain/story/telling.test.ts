import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '@domain/kernel/refusal.ts';
import { decodeTelling, encodeTelling } from './telling-manifest.ts';
import {
  goOn,
  mergeTellings,
  NO_TELLING,
  type Recording,
  retell,
  tellMore,
  type Telling,
  tellingMs,
  tellingProblems,
  toldWith,
  unspoken,
  write,
  writtenOf,
} from './telling.ts';

const PAGES = [1, 2, 3, 4, 5];
const recordingOf = (n: number): Recording => ({
  hash: n.toString(16).padStart(64, '0'),
  mediaType: 'audio/webm',
  durationMs: 500 + n,
});
const spoken = (telling: Telling, page: number) => telling.turns.filter((t) => t.page === page);

type Act =
  | { readonly kind: 'goOn' | 'retell'; readonly page: number; readonly n: number }
  | { readonly kind: 'unspoken'; readonly page: number }
  | { readonly kind: 'write'; readonly page: number; readonly text: string };

const pages = fc.constantFrom(...PAGES);
const acts: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ kind: fc.constantFrom('goOn', 'retell'), page: pages, n: fc.nat(5000) }),
  fc.record({ kind: fc.constant('unspoken' as const), page: pages }),
  fc.record({
    kind: fc.constant('write' as const),
    page: pages,
    text: fc.constantFrom('', 'Sóng.'),
  }),
);
function act(telling: Telling, deed: Act): Telling {
  switch (deed.kind) {
    case 'goOn':
      return goOn(telling, deed.page, recordingOf(deed.n));
    case 'retell':
      return retell(telling, deed.page, recordingOf(deed.n));
    case 'unspoken':
      return unspoken(telling, deed.page);
    case 'write':
      return write(telling, deed.page, deed.text);
  }
}
const tellings = fc
  .array(acts, { maxLength: 14 })
  .map((deeds) => deeds.reduce((telling, deed) => act(telling, deed), NO_TELLING));

describe('any telling', () => {
  it('lists just the recordings that it plays', () => {
    fc.assert(
      fc.property(tellings, (telling) => {
        const used = new Set(telling.turns.map(({ recording }) => recording));
        expect(new Set(telling.recordings.map(({ hash }) => hash))).toEqual(used);
        expect(telling.recordings).toHaveLength(used.size);
      }),
    );
  });

  it('keeps every other page as it was when one is told again', () => {
    fc.assert(
      fc.property(tellings, pages, (telling, page) => {
        const again = retell(telling, page, recordingOf(9999));
        expect(spoken(again, page)).toHaveLength(1);
        expect(again.turns.filter((turn) => turn.page !== page)).toEqual(
          telling.turns.filter((turn) => turn.page !== page),
        );
        expect(tellingMs(again)).toBe(tellingMs(telling) - tellingMs(telling, page) + 10_499);
      }),
    );
  });

  it('never plays a page that is gone, and loses nothing of those that stay', () => {
    const orders = fc.shuffledSubarray(PAGES);
    fc.assert(
      fc.property(tellings, orders, (telling, order) => {
        const told = toldWith(telling, order);
        expect(told.turns.every(({ page }) => page >= 1 && page <= order.length)).toBe(true);
        for (const [i, page] of order.entries()) {
          expect(spoken(told, i + 1).map(({ recording }) => recording)).toEqual(
            spoken(telling, page).map(({ recording }) => recording),
          );
          expect(writtenOf(told, i + 1)).toBe(writtenOf(telling, page));
        }
        const firsts = [...new Set(told.turns.map(({ page }) => page))];
        expect(firsts).toEqual(firsts.toSorted((a, b) => a - b));
      }),
    );
  });

  it('is read back from its bytes, and refused with a single byte changed or missing', () => {
    fc.assert(
      fc.property(tellings, fc.nat(), fc.nat(255), (telling, place, byte) => {
        const told = toldWith(telling, PAGES);
        const bytes = encodeTelling(told);
        expect(decodeTelling(bytes, PAGES.length)).toEqual(told);
        const broken = bytes.slice();
        broken[place % bytes.length] = byte;
        for (const wrong of [broken, bytes.slice(0, place % bytes.length)]) {
          try {
            expect(encodeTelling(decodeTelling(wrong, PAGES.length))).toEqual(wrong);
          } catch (error) {
            expect(error).toBeInstanceOf(Refusal);
          }
        }
      }),
    );
  });

  it('told on at two machines keeps what only one of them changed', () => {
    const deeds = fc.array(acts, { maxLength: 5 });
    fc.assert(
      fc.property(tellings, deeds, deeds, (base, here, there) => {
        const mine = here.reduce(act, base);
        const theirs = there.reduce(act, base);
        const merged = mergeTellings(base, mine, theirs);
        const touchedHere = new Set(here.map(({ page }) => page));
        for (const page of PAGES) {
          const from = touchedHere.has(page) ? null : theirs;
          if (from === null) continue;
          expect(spoken(merged, page)).toEqual(spoken(from, page));
          expect(writtenOf(merged, page)).toBe(writtenOf(from, page));
        }
      }),
    );
  });
});

it('is played as it was spoken where the child turned back, page by page where pages were moved', () => {
  const [a, b, c, d] = [1, 2, 3, 4].map(recordingOf);
  const telling = [
    [1, a],
    [2, b],
    [1, c],
    [3, d],
  ].reduce((t, [page, one]) => goOn(t, page as number, one as Recording), NO_TELLING);
  const played = (order: number[]) => toldWith(telling, order).turns.map(({ page }) => page);
  expect(played([1, 2, 3])).toEqual([1, 2, 1, 3]);
  expect(played([3, 1, 2])).toEqual([1, 2, 2, 3]);
  expect(played([1, 3])).toEqual([1, 1, 2]);
});

it('puts more of a page after what was told of it', () => {
  const [a, b, c] = [1, 2, 3].map(recordingOf) as [Recording, Recording, Recording];
  const telling = tellMore(goOn(goOn(NO_TELLING, 1, a), 2, b), 1, c);
  expect(telling.turns.map(({ page, recording }) => [page, recording])).toEqual([
    [1, a.hash],
    [1, c.hash],
    [2, b.hash],
  ]);
  expect(tellMore(NO_TELLING, 4, a)).toEqual(goOn(NO_TELLING, 4, a));
});

it('counts spoken and written alike where the edition asks for a telling', () => {
  const rule = { mode: 'required', maxMinutes: 1 } as const;
  const kinds = (telling: Telling) => tellingProblems(telling, rule).map(({ kind }) => kind);
  expect(kinds(NO_TELLING)).toEqual(['missing-telling']);
  expect(kinds(write(NO_TELLING, 1, 'Biển động.'))).toEqual([]);
  expect(kinds(goOn(NO_TELLING, 1, recordingOf(1)))).toEqual([]);
  const long = { ...recordingOf(1), durationMs: 66_000 };
  expect(kinds(goOn(NO_TELLING, 1, long))).toEqual(['telling-too-long']);
  expect(tellingProblems(goOn(NO_TELLING, 1, long), { ...rule, mode: 'none' })).toEqual([]);
});
