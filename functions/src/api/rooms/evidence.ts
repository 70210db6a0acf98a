import * as contract from '@contract/evidence.ts';
import {
  readSheetFilm,
  readSheetPhoto,
  readSheetPicture,
  readSheetShares,
} from '@server/usecases/evidence/read-sheet-evidence.ts';
import { endpoint, type Endpoint, type FileAnswer } from '../endpoint.ts';

// As long as the pages of the same sheet.
const CACHE_SECONDS = 3600;

const file = (bytes: Uint8Array): FileAnswer => ({
  bytes,
  mediaType: 'application/octet-stream',
  cacheSeconds: CACHE_SECONDS,
});

export const evidenceEndpoints: readonly Endpoint[] = [
  endpoint(contract.readSheetShares, ({ deps, caller, params }) =>
    readSheetShares(deps, caller, params),
  ),
  endpoint(contract.readSheetFilm, ({ deps, caller, params }) =>
    readSheetFilm(deps, caller, params).then(file),
  ),
  endpoint(contract.readSheetPicture, ({ deps, caller, params }) =>
    readSheetPicture(deps, caller, params).then(file),
  ),
  endpoint(contract.readSheetPhoto, ({ deps, caller, params }) =>
    readSheetPhoto(deps, caller, params).then(file),
  ),
];
