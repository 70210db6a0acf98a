import { route } from './route.ts';

export const readOwnBook = route({
  id: 'readOwnBook',
  method: 'get',
  path: '/api/entries/:entryId/book',
  action: 'draft.read',
  summary: "The author's story as a PDF book in A4: as submitted, or else the newest saved draft",
  bytes: { out: 'application/pdf' },
});

export const printEntry = route({
  id: 'printEntry',
  method: 'get',
  path: '/api/entries/:entryId/print',
  action: 'entry.print',
  summary:
    'A submitted entry to print on A3 at 300 dpi: for organisers where printing was consented to, for teachers the entries of their own pupils',
  bytes: { out: 'application/pdf' },
});
