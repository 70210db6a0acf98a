import * as contract from '@contract/judging.ts';
import { listSheets } from '@server/usecases/judging/list-sheets.ts';
import { readSheet, readSheetPage } from '@server/usecases/judging/read-sheet.ts';
import { saveSheet, submitSheet, touchSheet } from '@server/usecases/judging/write-sheet.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';

// Judges turn pages back and forth; a submitted page never changes.
const CACHE_SECONDS = 3600;

export const judgingEndpoints: readonly Endpoint[] = [
  endpoint(contract.listSheets, ({ deps, caller }) => listSheets(deps, caller)),
  endpoint(contract.readSheet, ({ deps, caller, params }) => readSheet(deps, caller, params)),
  endpoint(contract.readSheetPage, async ({ deps, caller, params: { sheetId, page } }) => ({
    bytes: await readSheetPage(deps, caller, { sheetId, page: Number(page) }),
    mediaType: 'image/webp',
    cacheSeconds: CACHE_SECONDS,
  })),
  endpoint(contract.saveSheet, ({ deps, caller, params, body }) =>
    saveSheet(deps, caller, { ...params, ...body }),
  ),
  endpoint(contract.submitSheet, ({ deps, caller, params, body }) =>
    submitSheet(deps, caller, { ...params, ...body }),
  ),
  endpoint(contract.touchSheet, ({ deps, caller, params }) => touchSheet(deps, caller, params)),
];
