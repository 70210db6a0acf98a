import { Decks } from '@domain/games/decks.ts';
import { route } from './route.ts';

export const readDecks = route({
  id: 'readDecks',
  method: 'get',
  path: '/api/games',
  action: 'practice.read',
  summary: 'The cards of the games, with their sources; the contest asks other facts',
  answer: Decks,
});
