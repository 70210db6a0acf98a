import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  beginFinal,
  changePrize,
  type Decision,
  freezeDecision,
  readDecision,
  readFlags,
  readRanking,
  reopenDecision,
  restorePrize,
  signDecision,
} from '@contract/decision.ts';
import type { Id } from '@domain/kernel/ids.ts';
import { call } from '@platform/api-client.ts';

const DECISION = ['decision'];
const RANKING = ['ranking'];

export function useRanking() {
  return useQuery({ queryKey: RANKING, queryFn: ({ signal }) => call(readRanking, { signal }) });
}

export function useFlags() {
  return useQuery({ queryKey: ['flags'], queryFn: ({ signal }) => call(readFlags, { signal }) });
}

export function useDecision() {
  return useQuery({ queryKey: DECISION, queryFn: ({ signal }) => call(readDecision, { signal }) });
}

/** A deed of the decision; the page shows how the decision stands after it, also after a refusal. */
function useDeed<Input>(deed: (input: Input) => Promise<Decision>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: deed,
    onSuccess: (decision) => queries.setQueryData(DECISION, decision),
    onError: () => queries.invalidateQueries({ queryKey: DECISION }),
    onSettled: () => queries.invalidateQueries({ queryKey: RANKING }),
  });
}

export const useBeginFinal = () =>
  useDeed((divisionId: string) => call(beginFinal, { body: { divisionId } }));

export const useChangePrize = () =>
  useDeed(({ entryId, ...body }: { entryId: Id; prizeId: string | null; reason: string }) =>
    call(changePrize, { params: { entryId }, body }),
  );

export const useRestorePrize = () =>
  useDeed((entryId: Id) => call(restorePrize, { params: { entryId } }));

export const useSign = () =>
  useDeed((resultSha256: string) => call(signDecision, { body: { resultSha256 } }));

export const useFreeze = () => useDeed((_nothing: null) => call(freezeDecision, {}));

export const useReopen = () =>
  useDeed((reason: string) => call(reopenDecision, { body: { reason } }));
