import { describe, expect, it } from 'vitest';
import { randomFrom } from '../kernel/random.ts';
import { lacksAttribution } from './attribution.ts';
import { Item, type ItemBody } from './item.ts';
import { type Answer, markAnswer, questionOf, solutionOf } from './question.ts';

const both = (vi: string) => ({ vi, en: vi });
const part = (id: string) => ({ id, text: both(`thẻ ${id}`) });
const cards = ['a', 'b', 'c', 'd'].map(part);

const BODIES: readonly ItemBody[] = [
  { kind: 'single', options: cards, key: 'b' },
  { kind: 'multiple', options: cards, keys: ['a', 'c'] },
  { kind: 'order', cards, direction: 'old-to-new' },
  {
    kind: 'match',
    cards: cards.slice(0, 2),
    places: [part('x'), part('y')],
    key: { a: 'y', b: 'x' },
  },
  {
    kind: 'sort',
    cards,
    bins: [part('x'), part('y')],
    key: { a: 'y', b: 'x', c: 'x', d: 'y' },
  },
  { kind: 'estimate', unit: 'km', min: 0, max: 100, step: 1, key: 60, within: 5, beyond: 25 },
  { kind: 'cloze', sentence: both('Đảo ___ ở xa'), answers: ['Lý Sơn'] },
  {
    kind: 'verdict',
    claim: both('Biển rộng'),
    key: 'false',
    evidence: cards,
    evidenceKey: 'd',
  },
  { kind: 'pin', place: { lat: 15.382, lon: 109.118 } },
  { kind: 'zone', scene: both('Một chiếc thuyền'), distanceNm: 10, key: 'territorial-sea' },
  { kind: 'measure', from: { lat: 10, lon: 109 }, to: { lat: 11, lon: 109 } },
];

function item(body: ItemBody, more: Partial<Item> = {}): Item {
  return Item.parse({
    id: `thu-${body.kind}`,
    version: 1,
    pool: 'practice',
    topic: 'geography',
    level: 1,
    facts: ['D1'],
    stem: both('Câu hỏi thử'),
    body,
    explanation: both('Vì sao'),
    source: { title: 'Nguồn thử', ref: 'tr. 1', url: 'https://example.org/nguon' },
    status: 'V',
    asOf: '2026-01-01',
    validFrom: null,
    validTo: null,
    review: { state: 'draft', reviewer: null, reviewedAt: null },
    ...more,
  });
}

function credit(body: ItemBody, answer: Answer): number {
  return markAnswer(item(body), answer).credit;
}

describe.each(BODIES.map((body) => [body.kind, body] as const))('%s', (_, body) => {
  it('gives its own solution full credit', () => {
    expect(credit(body, solutionOf(item(body)))).toBe(1);
  });

  it('asks without any key', () => {
    const question = JSON.stringify(questionOf(item(body), 'vi', randomFrom(7)));
    expect(question).not.toMatch(/"keys?"|evidenceKey|"answers"|"place"|"within"|"beyond":/u);
  });

  it('refuses the answer of another kind', () => {
    const other = BODIES.find(({ kind }) => kind !== body.kind)!;
    expect(() => markAnswer(item(body), solutionOf(item(other)))).toThrow('input.malformed');
  });
});

describe('partial credit', () => {
  it('gives nothing for ticking everything', () => {
    const all = { kind: 'multiple', choices: ['a', 'b', 'c', 'd'] } as const;
    expect(credit(BODIES[1]!, { ...all, choices: [...all.choices] })).toBe(0);
    expect(credit(BODIES[1]!, { kind: 'multiple', choices: ['a'] })).toBe(0.5);
  });

  it("is Kendall's tau for an order", () => {
    expect(credit(BODIES[2]!, { kind: 'order', cards: ['b', 'a', 'c', 'd'] })).toBeCloseTo(2 / 3);
    expect(credit(BODIES[2]!, { kind: 'order', cards: ['d', 'c', 'b', 'a'] })).toBe(0);
    expect(credit(BODIES[2]!, { kind: 'order', cards: ['a', 'b'] })).toBe(0);
  });

  it('falls with the distance from a number', () => {
    expect(credit(BODIES[5]!, { kind: 'estimate', value: 64 })).toBe(1);
    expect(credit(BODIES[5]!, { kind: 'estimate', value: 45 })).toBeCloseTo(0.5);
    expect(credit(BODIES[5]!, { kind: 'estimate', value: 10 })).toBe(0);
  });

  it('tells a word that is right but for its marks', () => {
    expect(markAnswer(item(BODIES[6]!), { kind: 'cloze', answer: 'ly son' })).toEqual({
      credit: 0.5,
      near: 'tone',
    });
    // Decomposed, with a typo's spaces: the same word.
    const decomposed = ' LÝ  SƠN. '.normalize('NFD');
    expect(credit(BODIES[6]!, { kind: 'cloze', answer: decomposed })).toBe(1);
  });

  it('gives evidence nothing under a wrong verdict', () => {
    const answer = { kind: 'verdict', verdict: 'true', evidence: 'd' } as const;
    expect(credit(BODIES[7]!, answer)).toBe(0);
    expect(credit(BODIES[7]!, { ...answer, verdict: 'false', evidence: 'a' })).toBeCloseTo(1 / 3);
  });

  it('falls with the distance from a place', () => {
    // 1 degree of latitude is 111 km.
    const near = { kind: 'pin', point: { lat: 15.482, lon: 109.118 } } as const;
    expect(credit(BODIES[8]!, near)).toBe(1);
    const far = { kind: 'pin', point: { lat: 16.382, lon: 109.118 } } as const;
    expect(credit(BODIES[8]!, far)).toBeCloseTo(Math.exp(-(111.195 - 15) / 120), 3);
  });
});

describe('what does not load', () => {
  const refused = (more: Partial<Item>) => () => item(BODIES[0]!, more);

  it('sovereignty over the archipelagos without a document', () => {
    const explanation = both('Quần đảo Hoàng Sa thuộc chủ quyền của Việt Nam.');
    expect(refused({ explanation })).toThrow('without its document');
    const attributed = both(
      'Theo Điều 1 Luật Biển Việt Nam 2012, quần đảo Hoàng Sa thuộc chủ quyền của Việt Nam.',
    );
    expect(
      refused({
        explanation: {
          vi: attributed.vi,
          en: 'According to Article 1 of the Law of the Sea of Viet Nam 2012, the Hoàng Sa archipelago is under the sovereignty of Viet Nam.',
        },
      }),
    ).not.toThrow();
    expect(lacksAttribution(['Đảo Trường Sa Lớn có nhiều cây bàng vuông.'])).toBe(false);
  });

  it('a number without its day, a key that is no option, an interval that ends before it begins', () => {
    expect(() => item(BODIES[5]!, { asOf: null })).toThrow('the day for which it was true');
    expect(() => item({ kind: 'single', options: cards, key: 'z' })).toThrow();
    expect(refused({ validFrom: '2025-07-01', validTo: '2025-07-01' })).toThrow('ends before');
  });

  it('a fact that nobody checked, a measuring item in the contest', () => {
    expect(refused({ status: 'M' as 'V' })).toThrow();
    expect(() => item(BODIES[10]!, { pool: 'contest' })).toThrow('practice only');
  });
});
