import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { BodyOf } from '@contract/route.ts';
import { readRules, type Rules, saveEdition, saveSettings } from '@contract/rules.ts';
import { call } from '@platform/api-client.ts';

const RULES = ['rules'];

export function useRules() {
  return useQuery({ queryKey: RULES, queryFn: ({ signal }) => call(readRules, { signal }) });
}

/** What was saved is what everybody sees next; where it was refused, the newest rules are fetched. */
function useSaved() {
  const queries = useQueryClient();
  const others = [['overview'], ['host'], ['assignment']];
  return {
    onSuccess: (rules: Rules) => {
      queries.setQueryData(RULES, rules);
      return Promise.all(others.map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
  };
}

export function useSaveSettings() {
  return useMutation({
    mutationFn: (body: BodyOf<typeof saveSettings>) => call(saveSettings, { body }),
    ...useSaved(),
  });
}

export function useSaveEdition() {
  return useMutation({
    mutationFn: (body: BodyOf<typeof saveEdition>) => call(saveEdition, { body }),
    ...useSaved(),
  });
}
