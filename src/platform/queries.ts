import { QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { readHost } from '@contract/host.ts';
import { readSession, signOut } from '@contract/session.ts';
import { Refusal } from '@domain/kernel/refusal.ts';
import type { SessionView } from '@domain/people/actor.ts';
import { call } from './api-client.ts';
import { keptPractice } from './kept-practice.ts';
import { keptVoyage } from './kept-voyage.ts';

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // A refusal is an answer; only a lost connection is worth asking again.
        retry: (failures, error) => !(error instanceof Refusal) && failures < 2,
        staleTime: 5_000,
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

export function useHost() {
  return useQuery({ queryKey: ['host'], queryFn: ({ signal }) => call(readHost, { signal }) });
}

export function useSession() {
  return useQuery({
    queryKey: ['session'],
    queryFn: ({ signal }) => call(readSession, { signal }),
    staleTime: 60_000,
  });
}

/** After a sign-in: nothing that an earlier user fetched remains. */
export function useEnter() {
  const queries = useQueryClient();
  return (session: SessionView) => {
    queries.clear();
    queries.setQueryData(['session'], session);
  };
}

/**
 * Signs out and loads the page anew: nothing of who was here stays in memory, and no page that is
 * still shown asks the server for what it may no longer see.
 */
export function useSignOut(to: '/' | '/vao' = '/') {
  return useMutation({
    mutationFn: () => call(signOut, {}),
    onSuccess: () => {
      keptPractice('pupil').forget();
      keptVoyage('pupil').forget();
      window.location.assign(to);
    },
  });
}
