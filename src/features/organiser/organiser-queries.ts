import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  addAccount,
  addUnit,
  closeJudging,
  closeSubmission,
  createEdition,
  listAccounts,
  listUnits,
  type Overview,
  publishRound,
  readOverview,
  renewInvite,
  setAccountActive,
} from '@contract/organiser.ts';
import type { BodyOf } from '@contract/route.ts';
import { removeUnit, renameUnit } from '@contract/rules.ts';
import type { Id } from '@domain/kernel/ids.ts';
import { call } from '@platform/api-client.ts';
import type { RoundDeed } from './next-step.ts';

const OVERVIEW = ['overview'];
const RANKING = ['ranking'];
const UNITS = ['units'];
const ACCOUNTS = ['accounts'];

export function useOverview() {
  return useQuery({
    queryKey: OVERVIEW,
    queryFn: ({ signal }) => call(readOverview, { signal }),
    refetchInterval: 60_000,
  });
}

export function useUnits() {
  return useQuery({ queryKey: UNITS, queryFn: ({ signal }) => call(listUnits, { signal }) });
}

export function useAccounts() {
  return useQuery({ queryKey: ACCOUNTS, queryFn: ({ signal }) => call(listAccounts, { signal }) });
}

async function doDeed(deed: RoundDeed): Promise<void> {
  await call(deed === 'close-submission' ? closeSubmission : closeJudging, {});
}

/** After a deed, also after a refused one, the page shows where the round really stands. */
export function useRoundDeed() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: doDeed,
    onSettled: () =>
      Promise.all([OVERVIEW, RANKING].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
}

export function usePublish() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (): Promise<Overview> => call(publishRound, {}),
    onSuccess: (overview) => queries.setQueryData(OVERVIEW, overview),
    onSettled: () =>
      Promise.all(
        [OVERVIEW, RANKING, ['decision']].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      ),
  });
}

export function useCreateEdition() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: BodyOf<typeof createEdition>) => call(createEdition, { body }),
    onSuccess: () =>
      Promise.all(
        [OVERVIEW, UNITS, ['host']].map((queryKey) => queries.invalidateQueries({ queryKey })),
      ),
  });
}

export function useAddUnit() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: BodyOf<typeof addUnit>) => call(addUnit, { body }),
    onSuccess: () =>
      Promise.all([UNITS, OVERVIEW].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
}

function useUnitsChanged() {
  const queries = useQueryClient();
  return () =>
    Promise.all([UNITS, OVERVIEW].map((queryKey) => queries.invalidateQueries({ queryKey })));
}

export function useRenameUnit() {
  return useMutation({
    mutationFn: ({ unitId, name }: { unitId: Id; name: string }) =>
      call(renameUnit, { params: { unitId }, body: { name } }),
    onSettled: useUnitsChanged(),
  });
}

export function useRemoveUnit() {
  return useMutation({
    mutationFn: (unitId: Id) => call(removeUnit, { params: { unitId } }),
    onSettled: useUnitsChanged(),
  });
}

export function useAddAccount() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: BodyOf<typeof addAccount>) => call(addAccount, { body }),
    onSuccess: () =>
      Promise.all([ACCOUNTS, OVERVIEW].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
}

export function useRenewInvite() {
  return useMutation({
    mutationFn: (accountId: Id) => call(renewInvite, { params: { accountId } }),
  });
}

/** Closes an account or opens it again; also what the judges' sheets come to depends on it. */
export function useSetAccountActive() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ accountId, active }: { accountId: Id; active: boolean }) =>
      call(setAccountActive, { params: { accountId }, body: { active } }),
    onSettled: () =>
      Promise.all([ACCOUNTS, OVERVIEW].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
}
