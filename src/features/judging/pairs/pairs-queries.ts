import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { choosePair, listPairs, readPair } from '@contract/pairs.ts';
import type { Id } from '@domain/kernel/ids.ts';
import { call } from '@platform/api-client.ts';

const PAIRS = ['pairs'];

export function usePairs() {
  return useQuery({ queryKey: PAIRS, queryFn: ({ signal }) => call(listPairs, { signal }) });
}

function pairQuery(pairId: Id) {
  return queryOptions({
    queryKey: ['pair', pairId],
    queryFn: ({ signal }) => call(readPair, { params: { pairId }, signal }),
    staleTime: 60_000,
  });
}

/** The pair, and meanwhile the one that comes after it. */
export function usePair(pairId: Id, nextId: Id | null) {
  const queries = useQueryClient();
  const query = useQuery(pairQuery(pairId));
  const isHere = query.data !== undefined;
  useEffect(() => {
    if (isHere && nextId !== null) void queries.prefetchQuery(pairQuery(nextId));
  }, [queries, isHere, nextId]);
  return query;
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
