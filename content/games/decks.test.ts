import { describe, expect, it } from 'vitest';
import { VERDICTS } from '@domain/quiz/kinds/verdict.ts';
import { questionBank } from '@tests/fixtures/question-bank.ts';
import { faultsOf, readDecks } from './compiler/read-decks.ts';

const decks = readDecks();
const cards = [
  ...decks.timeline.cards,
  ...decks.newsroom.posts,
  ...decks.zones.draw,
  ...decks.zones.locate,
  ...decks.zones.right,
  ...decks.sweep.kinds,
];

describe('the decks', () => {
  it('name each card once and show no fact that the contest asks', () => {
    expect(new Set(cards.map(({ id }) => id)).size).toBe(cards.length);
    const asked = new Set(
      questionBank.filter(({ pool }) => pool === 'contest').flatMap(({ facts }) => facts),
    );
    expect(cards.flatMap(({ facts }) => facts).filter((fact) => asked.has(fact))).toEqual([]);
  });

  it('say which card and field of which file is wrong', () => {
    const [post, ...posts] = decks.newsroom.posts;
    const wrong = { ...post, evidenceKey: 'zz' };
    expect(
      faultsOf({ ...decks, newsroom: { ...decks.newsroom, posts: [wrong, ...posts] } }),
    ).toEqual([`newsroom.json: card ${post!.id}: evidenceKey: names no evidence`]);
  });

  it('refuse a card on the archipelagos’ sovereignty that names no document', () => {
    const [card, ...rest] = decks.timeline.cards;
    const bare = { vi: 'Hoàng Sa thuộc về Việt Nam.', en: 'Hoàng Sa belongs to Viet Nam.' };
    const wrong = { ...card, title: bare, about: bare };
    expect(
      faultsOf({ ...decks, timeline: { ...decks.timeline, cards: [wrong, ...rest] } })[0],
    ).toContain('without its document');
  });

  it('have posts of every verdict and things for every bin', () => {
    const verdicts = decks.newsroom.posts.map(({ verdict }) => verdict);
    for (const verdict of VERDICTS) expect(verdicts).toContain(verdict);
    const bins = new Set(decks.sweep.kinds.map(({ bin }) => bin));
    expect(bins).toEqual(new Set([0, 1, 2, 3]));
  });
});
