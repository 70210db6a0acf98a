import * as contract from '@contract/photo.ts';
import { readDraftPhoto } from '@server/usecases/photo/photo-file.ts';
import { sendPhoto } from '@server/usecases/photo/send-photo.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';

export const photoEndpoints: readonly Endpoint[] = [
  endpoint(contract.sendPhoto, ({ deps, caller, params, bytes }) =>
    sendPhoto(deps, caller, { hash: params.hash, bytes }),
  ),
  endpoint(contract.readDraftPhoto, async ({ deps, caller, params }) => ({
    bytes: await readDraftPhoto(deps, caller, params),
    mediaType: 'image/jpeg',
    // Several children share a school's PC; the studio keeps it with the story.
    cacheSeconds: 0,
  })),
];
