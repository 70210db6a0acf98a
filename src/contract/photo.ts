import { route } from './route.ts';

export const sendPhoto = route({
  id: 'sendPhoto',
  method: 'put',
  path: '/api/photos/:hash',
  action: 'blob.write',
  summary:
    'Send a photograph, named by the hash of these bytes; what is kept is drawn anew by the server. Repeating is harmless',
  bytes: { in: 'application/octet-stream' },
});

export const readDraftPhoto = route({
  id: 'readDraftPhoto',
  method: 'get',
  path: '/api/entries/:entryId/photos/:hash',
  action: 'draft.read',
  summary: 'A photograph that an author of the own entry sent',
  bytes: { out: 'image/jpeg' },
});
