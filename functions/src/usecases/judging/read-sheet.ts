import type { SheetView } from '@contract/judging.ts';
import type { Id } from '@domain/kernel/ids.ts';
import type { Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { entryPage } from '@server/usecases/pages/entry-page.ts';
import { ownSheet, sheetView } from './own-sheet.ts';

export async function readSheet(
  deps: Pick<Deps, 'db' | 'files'>,
  caller: Caller,
  { sheetId }: { sheetId: Id },
): Promise<SheetView> {
  return sheetView(deps, await ownSheet(deps.db, caller, sheetId));
}

export async function readSheetPage(
  deps: Pick<Deps, 'db' | 'files' | 'renderCache' | 'renderPage'>,
  caller: Caller,
  { sheetId, page }: { sheetId: Id; page: number },
): Promise<Uint8Array> {
  return entryPage(deps, await ownSheet(deps.db, caller, sheetId), page);
}
