import * as contract from '@contract/games.ts';
import { readDecks } from '@server/usecases/games/read-decks.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';

export const gamesEndpoints: readonly Endpoint[] = [
  endpoint(contract.readDecks, ({ deps, caller }) => readDecks(deps, caller)),
];
