import * as z from 'zod/mini';
import { route } from './route.ts';

const Share = z.int().check(z.gte(0), z.lte(1000));

/** What the pages show on top, in thousandths of their area. */
export const StoryShares = z.object({
  drawn: Share,
  stamped: Share,
  photographed: Share,
  written: Share,
});
export type StoryShares = z.infer<typeof StoryShares>;

export const readSheetShares = route({
  id: 'readSheetShares',
  method: 'get',
  path: '/api/sheets/:sheetId/shares',
  action: 'sheet.read',
  summary: 'How much of the pages was drawn, stamped, photographed and written',
  answer: StoryShares,
});

export const readSheetFilm = route({
  id: 'readSheetFilm',
  method: 'get',
  path: '/api/sheets/:sheetId/film',
  action: 'sheet.read',
  summary: 'How the picture came to be, at most half a minute: surviving steps alone, no clock',
  bytes: { out: 'application/octet-stream' },
});

export const readSheetPicture = route({
  id: 'readSheetPicture',
  method: 'get',
  path: '/api/sheets/:sheetId/picture',
  action: 'sheet.read',
  summary: 'The picture that the film is made of',
  bytes: { out: 'application/octet-stream' },
});

export const readSheetPhoto = route({
  id: 'readSheetPhoto',
  method: 'get',
  path: '/api/sheets/:sheetId/photos/:hash',
  action: 'sheet.read',
  summary: 'A photograph that the picture names',
  bytes: { out: 'application/octet-stream' },
});
