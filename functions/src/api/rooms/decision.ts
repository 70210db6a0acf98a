import * as contract from '@contract/decision.ts';
import { beginFinal } from '@server/usecases/decision/begin-final.ts';
import { changePrize, restorePrize } from '@server/usecases/decision/change-prize.ts';
import { readDecision } from '@server/usecases/decision/deciding.ts';
import { exportRatings, exportSheets } from '@server/usecases/decision/export-sheets.ts';
import { freezeResult, reopenResult, signResult } from '@server/usecases/decision/freeze-result.ts';
import { readArchive } from '@server/usecases/decision/read-archive.ts';
import { readFlags } from '@server/usecases/decision/read-flags.ts';
import { readPaper } from '@server/usecases/decision/read-papers.ts';
import { readRanking } from '@server/usecases/organiser/read-ranking.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';

const pdf = (bytes: Uint8Array) => ({ bytes, mediaType: 'application/pdf', cacheSeconds: 0 });

export const decisionEndpoints: readonly Endpoint[] = [
  endpoint(contract.readRanking, ({ deps, caller }) => readRanking(deps, caller)),
  endpoint(contract.readFlags, ({ deps, caller }) => readFlags(deps, caller)),
  endpoint(contract.readDecision, ({ deps, caller }) => readDecision(deps, caller)),
  endpoint(contract.beginFinal, ({ deps, caller, body }) => beginFinal(deps, caller, body)),
  endpoint(contract.changePrize, ({ deps, caller, params, body }) =>
    changePrize(deps, caller, { ...params, ...body }),
  ),
  endpoint(contract.restorePrize, ({ deps, caller, params }) => restorePrize(deps, caller, params)),
  endpoint(contract.signDecision, ({ deps, caller, body }) => signResult(deps, caller, body)),
  endpoint(contract.freezeDecision, ({ deps, caller }) => freezeResult(deps, caller)),
  endpoint(contract.reopenDecision, ({ deps, caller, body }) => reopenResult(deps, caller, body)),
  endpoint(contract.readArchive, async ({ deps, caller, params }) => ({
    bytes: await readArchive(deps, caller, { version: Number(params.version) }),
    mediaType: 'application/zip',
    cacheSeconds: 0,
  })),
  endpoint(contract.readMinutes, async ({ deps, caller }) =>
    pdf(await readPaper(deps, caller, 'minutes')),
  ),
  endpoint(contract.readAwardList, async ({ deps, caller }) =>
    pdf(await readPaper(deps, caller, 'awards')),
  ),
  endpoint(contract.readSheetsWorkbook, async ({ deps, caller }) => ({
    bytes: await exportSheets(deps, caller, 'workbook'),
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    cacheSeconds: 0,
  })),
  endpoint(contract.readSheetsCsv, async ({ deps, caller }) => ({
    bytes: await exportSheets(deps, caller, 'csv'),
    mediaType: 'text/csv',
    cacheSeconds: 0,
  })),
  endpoint(contract.readRatingsCsv, async ({ deps, caller }) => ({
    bytes: await exportRatings(deps, caller),
    mediaType: 'text/csv',
    cacheSeconds: 0,
  })),
];
