import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { findReferenceCandidates, readReferences, saveReferences } from '@contract/calibration.ts';
import type { BodyOf } from '@contract/route.ts';
import { call } from '@platform/api-client.ts';

const REFERENCES = ['references'];

export function useReferences() {
  return useQuery({
    queryKey: REFERENCES,
    queryFn: ({ signal }) => call(readReferences, { signal }),
    refetchOnWindowFocus: false,
  });
}

export function useCandidates(search: string | null) {
  return useQuery({
    queryKey: ['candidates', search],
    queryFn: ({ signal }) =>
      call(findReferenceCandidates, { body: { search: search ?? '' }, signal }),
    enabled: search !== null,
  });
}

export function useSaveReferences() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: BodyOf<typeof saveReferences>) => call(saveReferences, { body }),
    onSuccess: (references) => {
      queries.setQueryData(REFERENCES, references);
      return Promise.all(
        [['overview'], ['assignment'], ['ranking']].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      );
    },
  });
}
