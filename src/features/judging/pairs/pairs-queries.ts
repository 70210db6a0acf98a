import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { choosePair, listPairs, readPair } from '@contract/pairs.ts';
import type { Id } from '@domain/kernel/ids.ts';
import { call } from '@platform/api-client.ts';

const PAIRS = ['pairs'];

export function usePairs() {
  return useQuery({ queryKey: PAIRS, queryFn: ({ signal }) => call(listPairs, { signal }) });
}

export function usePair(pairId: Id) {
  return useQuery({
    queryKey: ['pair', pairId],
    queryFn: ({ signal }) => call(readPair, { params: { pairId }, signal }),
    staleTime: 60_000,
  });
}

export function useChoose(pairId: Id) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (chosen: 'left' | 'right') =>
      call(choosePair, { params: { pairId }, body: { chosen } }),
    onSuccess: (pair) => queries.setQueryData(['pair', pairId], pair),
    onSettled: () => queries.invalidateQueries({ queryKey: PAIRS }),
  });
}
