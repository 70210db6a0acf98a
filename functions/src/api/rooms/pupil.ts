import * as contract from '@contract/pupil.ts';
import { listDraftVersions } from '@server/usecases/pupil/list-draft-versions.ts';
import { listMissingBlobs } from '@server/usecases/pupil/list-missing-blobs.ts';
import { openDraft } from '@server/usecases/pupil/open-draft.ts';
import { putBlob } from '@server/usecases/pupil/put-blob.ts';
import { readDraftBlob } from '@server/usecases/pupil/read-draft-blob.ts';
import { readDraftCopy } from '@server/usecases/pupil/read-draft-copy.ts';
import { readHarbour } from '@server/usecases/pupil/read-harbour.ts';
import { readOwnPage } from '@server/usecases/pupil/read-own-page.ts';
import { saveDraft } from '@server/usecases/pupil/save-draft.ts';
import { submitEntry } from '@server/usecases/pupil/submit-entry.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';

// A submitted page never changes, but several children share a school's PC.
const CACHE_SECONDS = 600;

export const pupilEndpoints: readonly Endpoint[] = [
  endpoint(contract.readHarbour, ({ deps, caller }) => readHarbour(deps, caller)),
  endpoint(contract.openDraft, ({ deps, caller }) => openDraft(deps, caller)),
  endpoint(contract.listMissingBlobs, ({ deps, caller, body }) =>
    listMissingBlobs(deps, caller, body),
  ),
  endpoint(contract.putBlob, ({ deps, caller, params, bytes }) =>
    putBlob(deps, caller, { hash: params.hash, bytes }),
  ),
  endpoint(contract.readDraftBlob, async ({ deps, caller, params: { entryId, version } }) => ({
    bytes: await readDraftBlob(deps, caller, { entryId, version: Number(version) }),
    mediaType: 'application/octet-stream',
    cacheSeconds: 0,
  })),
  endpoint(contract.listDraftVersions, ({ deps, caller, params }) =>
    listDraftVersions(deps, caller, params),
  ),
  endpoint(contract.readDraftCopy, async ({ deps, caller, params }) => ({
    bytes: await readDraftCopy(deps, caller, params),
    mediaType: 'application/octet-stream',
    cacheSeconds: 0,
  })),
  endpoint(contract.saveDraft, ({ deps, caller, params, body }) =>
    saveDraft(deps, caller, { entryId: params.entryId, ...body }),
  ),
  endpoint(contract.submitEntry, ({ deps, caller, params, body }) =>
    submitEntry(deps, caller, { entryId: params.entryId, ...body }),
  ),
  endpoint(contract.readOwnPage, async ({ deps, caller, params: { entryId, page } }) => ({
    bytes: await readOwnPage(deps, caller, { entryId, page: Number(page) }),
    mediaType: 'image/webp',
    cacheSeconds: CACHE_SECONDS,
  })),
];
