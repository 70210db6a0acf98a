import * as calibration from '@contract/calibration.ts';
import * as flags from '@contract/sheet-flags.ts';
import {
  listCalibration,
  readReference,
  readReferencePage,
  readReferenceSound,
  readReferenceTold,
  scoreReference,
} from '@server/usecases/judging/calibrate.ts';
import { readComments } from '@server/usecases/judging/read-comments.ts';
import { listRaisedFlags, resolveFlag } from '@server/usecases/organiser/raised-flags.ts';
import {
  findReferenceCandidates,
  readEntryPage,
  readReferences,
  saveReferences,
} from '@server/usecases/organiser/references.ts';
import { endpoint, type Endpoint, type FileAnswer } from '../endpoint.ts';

// As long as the pages of a sheet.
const CACHE_SECONDS = 3600;

const picture = (bytes: Uint8Array): FileAnswer => ({
  bytes,
  mediaType: 'image/webp',
  cacheSeconds: CACHE_SECONDS,
});

export const deskEndpoints: readonly Endpoint[] = [
  endpoint(calibration.listCalibration, ({ deps, caller }) => listCalibration(deps, caller)),
  endpoint(calibration.readReference, ({ deps, caller, params }) =>
    readReference(deps, caller, params),
  ),
  endpoint(calibration.readReferencePage, ({ deps, caller, params: { referenceId, page } }) =>
    readReferencePage(deps, caller, { referenceId, page: Number(page) }).then(picture),
  ),
  endpoint(calibration.readReferenceTold, ({ deps, caller, params }) =>
    readReferenceTold(deps, caller, params),
  ),
  endpoint(calibration.readReferenceSound, ({ deps, caller, params: { referenceId, recording } }) =>
    readReferenceSound(deps, caller, { referenceId, recording: Number(recording) }).then(
      (sound) => ({ ...sound, cacheSeconds: CACHE_SECONDS }),
    ),
  ),
  endpoint(calibration.scoreReference, ({ deps, caller, params, body }) =>
    scoreReference(deps, caller, { ...params, ...body }),
  ),
  endpoint(calibration.readReferences, ({ deps, caller }) => readReferences(deps, caller)),
  endpoint(calibration.findReferenceCandidates, ({ deps, caller, body }) =>
    findReferenceCandidates(deps, caller, body),
  ),
  endpoint(calibration.saveReferences, ({ deps, caller, body }) =>
    saveReferences(deps, caller, body),
  ),
  endpoint(calibration.readEntryPage, ({ deps, caller, params: { entryId, page } }) =>
    readEntryPage(deps, caller, { entryId, page: Number(page) }).then(picture),
  ),
  endpoint(flags.listRaisedFlags, ({ deps, caller }) => listRaisedFlags(deps, caller)),
  endpoint(flags.resolveFlag, ({ deps, caller, params, body }) =>
    resolveFlag(deps, caller, { ...params, ...body }),
  ),
  endpoint(flags.readComments, ({ deps, caller, params }) => readComments(deps, caller, params)),
];
