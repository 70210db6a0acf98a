import * as contract from '@contract/pairs.ts';
import {
  choosePair,
  listPairs,
  readPair,
  readPairPage,
} from '@server/usecases/pairs/judge-pairs.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';

// A submitted page never changes.
const CACHE_SECONDS = 3600;

export const pairEndpoints: readonly Endpoint[] = [
  endpoint(contract.listPairs, ({ deps, caller }) => listPairs(deps, caller)),
  endpoint(contract.readPair, ({ deps, caller, params }) => readPair(deps, caller, params)),
  endpoint(contract.readPairPage, async ({ deps, caller, params: { pairId, side, page } }) => ({
    bytes: await readPairPage(deps, caller, {
      pairId,
      side: side === 'left' ? 'left' : 'right',
      page: Number(page),
    }),
    mediaType: 'image/webp',
    cacheSeconds: CACHE_SECONDS,
  })),
  endpoint(contract.choosePair, ({ deps, caller, params, body }) =>
    choosePair(deps, caller, { ...params, ...body }),
  ),
];
