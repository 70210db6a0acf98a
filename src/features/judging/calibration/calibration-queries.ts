import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { listCalibration, readReference, scoreReference } from '@contract/calibration.ts';
import type { Points } from '@domain/judging/sheet.ts';
import type { Id } from '@domain/kernel/ids.ts';
import { call } from '@platform/api-client.ts';

export function useCalibration() {
  return useQuery({
    queryKey: ['calibration'],
    queryFn: ({ signal }) => call(listCalibration, { signal }),
  });
}

export function useReference(referenceId: Id) {
  return useQuery({
    queryKey: ['reference', referenceId],
    queryFn: ({ signal }) => call(readReference, { params: { referenceId }, signal }),
    refetchOnWindowFocus: false,
    staleTime: 60_000,
  });
}

export function useScoreReference(referenceId: Id) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (points: Points) =>
      call(scoreReference, { params: { referenceId }, body: { points } }),
    onSuccess: (reference) => {
      queries.setQueryData(['reference', referenceId], reference);
      void queries.invalidateQueries({ queryKey: ['sheets'] });
      return queries.invalidateQueries({ queryKey: ['calibration'] });
    },
  });
}
