import * as contract from '@contract/games.ts';
import { finishSweepRun, openSweepRun, readBadges } from '@server/usecases/games/play-sweep.ts';
import { readDecks } from '@server/usecases/games/read-decks.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';

export const gamesEndpoints: readonly Endpoint[] = [
  endpoint(contract.readDecks, ({ deps, caller }) => readDecks(deps, caller)),
  endpoint(contract.openSweepRun, ({ deps, caller }) => openSweepRun(deps, caller)),
  endpoint(contract.finishSweepRun, ({ deps, caller, params, body }) =>
    finishSweepRun(deps, caller, { runId: params.runId, inputs: body.inputs }),
  ),
  endpoint(contract.readBadges, ({ deps, caller }) => readBadges(deps, caller)),
];
