import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { declareConflict } from '@contract/assignment.ts';
import {
  listSheets,
  readSheet,
  saveSheet,
  submitSheet,
  type SheetView,
} from '@contract/judging.ts';
import type { EpochMs, Id } from '@domain/kernel/ids.ts';
import { call } from '@platform/api-client.ts';
import { keptWork } from '@platform/kept-work.ts';
import { openSheetWork, type OpenSheet } from './sheet-work.ts';

export function useSheets() {
  return useQuery({ queryKey: ['sheets'], queryFn: ({ signal }) => call(listSheets, { signal }) });
}

export function sheetQuery(sheetId: Id) {
  return queryOptions({
    queryKey: ['sheet', sheetId],
    queryFn: ({ signal }) => call(readSheet, { params: { sheetId }, signal }),
    // An open sheet is the judge's own: it is not exchanged under the pen.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    staleTime: 60_000,
  });
}

/** Steps back from an entry; the list is without it at once. */
export function useDeclareConflict(sheetId: Id) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) =>
      call(declareConflict, { params: { sheetId }, body: { reason } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['sheets'] }),
  });
}

export function useOpenSheet() {
  const queries = useQueryClient();
  return (sheet: SheetView): OpenSheet => {
    const params = { sheetId: sheet.id };
    const remember = (answer: SheetView) => {
      queries.setQueryData(['sheet', sheet.id], answer);
      void queries.invalidateQueries({ queryKey: ['sheets'] });
      return answer;
    };
    return openSheetWork(sheet, {
      save: (body) => call(saveSheet, { params, body }).then(remember),
      submit: (body) => call(submitSheet, { params, body }).then(remember),
      read: () => call(readSheet, { params }).then(remember),
      kept: keptWork(`sheet:${sheet.id}`),
      now: (): EpochMs => Date.now(),
      after: (ms, run) => {
        const timer = window.setTimeout(run, ms);
        return () => window.clearTimeout(timer);
      },
    });
  };
}
