import * as contract from '@contract/telling.ts';
import {
  openTelling,
  readDraftRecording,
  saveTelling,
} from '@server/usecases/telling/draft-telling.ts';
import { joinRecording } from '@server/usecases/telling/join-recording.ts';
import {
  readGallerySound,
  readGalleryTold,
  readOwnTold,
  readOwnToldSound,
  readSheetSound,
  readSheetTold,
} from '@server/usecases/telling/read-told.ts';
import type { Sound } from '@server/usecases/telling/told.ts';
import { endpoint, type Endpoint, type FileAnswer } from '../endpoint.ts';

// As long as the pages of the same room: see there.
const OWN_SECONDS = 600;
const SHEET_SECONDS = 3600;
const GALLERY_SECONDS = 60;

const kept =
  (cacheSeconds: number) =>
  (sound: Sound): FileAnswer => ({ ...sound, cacheSeconds });

export const tellingEndpoints: readonly Endpoint[] = [
  endpoint(contract.joinRecording, ({ deps, caller, body }) => joinRecording(deps, caller, body)),
  endpoint(contract.openTelling, ({ deps, caller, params }) => openTelling(deps, caller, params)),
  endpoint(contract.saveTelling, ({ deps, caller, params, body }) =>
    saveTelling(deps, caller, { entryId: params.entryId, ...body }),
  ),
  endpoint(contract.readDraftRecording, ({ deps, caller, params }) =>
    readDraftRecording(deps, caller, params).then(kept(0)),
  ),
  endpoint(contract.readOwnTold, ({ deps, caller, params }) => readOwnTold(deps, caller, params)),
  endpoint(contract.readOwnToldSound, ({ deps, caller, params: { entryId, recording } }) =>
    readOwnToldSound(deps, caller, { entryId, recording: Number(recording) }).then(
      kept(OWN_SECONDS),
    ),
  ),
  endpoint(contract.readSheetTold, ({ deps, caller, params }) =>
    readSheetTold(deps, caller, params),
  ),
  endpoint(contract.readSheetSound, ({ deps, caller, params: { sheetId, recording } }) =>
    readSheetSound(deps, caller, { sheetId, recording: Number(recording) }).then(
      kept(SHEET_SECONDS),
    ),
  ),
  endpoint(contract.readGalleryTold, ({ deps, caller, params }) =>
    readGalleryTold(deps, caller, params),
  ),
  endpoint(contract.readGallerySound, ({ deps, caller, params: { entryId, recording } }) =>
    readGallerySound(deps, caller, { entryId, recording: Number(recording) }).then(
      kept(GALLERY_SECONDS),
    ),
  ),
];
