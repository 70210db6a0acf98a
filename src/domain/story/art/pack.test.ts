import { describe, expect, test } from 'vitest';
import { parsePack } from './pack.ts';

const item = {
  id: 'boat',
  group: 'boats',
  name: { vi: 'Thuyền', en: 'Boat' },
  fact: { vi: 'Thuyền đi trên nước.', en: 'A boat goes on water.' },
  source: { title: 'Sách', ref: 'tr. 1', url: 'https://example.org/1' },
  factId: null,
};
const group = { id: 'boats', kind: 'stamp', name: { vi: 'Thuyền bè', en: 'Boats' } };

const parse = (change: object) =>
  parsePack('pack.json', { groups: [group], items: [{ ...item, ...change }] });

describe('a pack', () => {
  test('is taken when it says all it must', () => {
    expect(parse({}).items[0]).toEqual(item);
  });

  test('names file, item and field of a fault', () => {
    expect(() => parse({ fact: { vi: 'a'.repeat(161), en: 'A' } })).toThrow(
      /^pack\.json: boat: fact\.vi: /,
    );
    expect(() => parse({ source: { title: 'Sách', ref: 'tr. 1', url: 'sách' } })).toThrow(
      'pack.json: boat: source.url: ',
    );
    expect(() => parse({ name: { vi: 'Thuyền'.normalize('NFD'), en: 'Boat' } })).toThrow(
      'pack.json: boat: name.vi: is composed (NFC) and trimmed',
    );
    expect(() => parse({ group: 'boots' })).toThrow('pack.json: boat: group: there is no group');
    expect(() => parse({ factId: 'X1' })).toThrow('pack.json: boat: factId: ');
  });

  test('has no id twice', () => {
    expect(() => parsePack('p', { groups: [group], items: [item, item] })).toThrow('an id twice');
    expect(() => parse({ id: 'boats' })).toThrow('an id twice');
  });

  test('dates what changes', () => {
    expect(() => parse({ factId: 'D7' })).toThrow('pack.json: boat: validFrom: ');
    expect(parse({ factId: 'D7', validFrom: '2025-07-01' }).items).toHaveLength(1);
  });
});

describe('Hoàng Sa and Trường Sa', () => {
  const bare = { vi: 'Hoàng Sa thuộc thành phố Đà Nẵng.', en: 'It belongs to Đà Nẵng.' };
  const said = {
    vi: 'Theo danh mục A, Hoàng Sa thuộc Đà Nẵng.',
    en: 'In list A, Hoàng Sa belongs to Đà Nẵng.',
  };
  const document = { vi: 'danh mục A', en: 'list A' };

  test.each([
    ['in the fact', { fact: bare }],
    ['in English alone', { fact: { vi: 'Một quần đảo.', en: 'The Truong Sa archipelago.' } }],
    ['in the name', { name: { vi: 'Đảo Trường Sa', en: 'An island' } }],
    ['with the document unsaid', { fact: said }],
    ['with a document that the fact does not name', { fact: bare, document }],
  ])('mentioned %s without a document fails', (_, change) => {
    expect(() => parse(change)).toThrow('pack.json: boat: document: ');
  });

  test('mentioned with the document that is named is taken', () => {
    expect(parse({ fact: said, document }).items).toHaveLength(1);
  });
});
