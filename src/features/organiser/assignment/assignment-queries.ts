import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  addTie,
  assignRound,
  listTieSubjects,
  previewAssignment,
  previewTie,
  readAssignment,
  readAssignmentRun,
  removeTie,
  setCapacity,
} from '@contract/assignment.ts';
import type { BodyOf } from '@contract/route.ts';
import type { TieKind } from '@domain/judging/assignment/ties.ts';
import type { Id } from '@domain/kernel/ids.ts';
import { call } from '@platform/api-client.ts';

const ASSIGNMENT = ['assignment'];

export function useAssignment() {
  return useQuery({
    queryKey: ASSIGNMENT,
    queryFn: ({ signal }) => call(readAssignment, { signal }),
  });
}

export function useRun(runId: Id) {
  return useQuery({
    queryKey: ['assignment-run', runId],
    queryFn: ({ signal }) => call(readAssignmentRun, { params: { runId }, signal }),
  });
}

export function useTieSubjects(kind: TieKind) {
  return useQuery({
    queryKey: ['tie-subjects', kind],
    queryFn: ({ signal }) => call(listTieSubjects, { params: { tieKind: kind }, signal }),
  });
}

/** Whatever was done, also when it was refused, the page shows how things stand then. */
function useFresh() {
  const queries = useQueryClient();
  return () =>
    Promise.all(
      [ASSIGNMENT, ['overview'], ['rules']].map((queryKey) =>
        queries.invalidateQueries({ queryKey }),
      ),
    );
}

export function usePreview() {
  return useMutation({
    mutationFn: (seed: number | null) => call(previewAssignment, { body: { seed } }),
  });
}

export function useAssign() {
  return useMutation({
    mutationFn: (body: BodyOf<typeof assignRound>) => call(assignRound, { body }),
    onSettled: useFresh(),
  });
}

export type TieInput = BodyOf<typeof addTie>;

export function usePreviewTie(judgeId: Id, input: TieInput | null) {
  return useQuery({
    queryKey: ['tie-effect', judgeId, input?.kind, input?.subjectId],
    enabled: input !== null,
    queryFn: ({ signal }) =>
      call(previewTie, {
        params: { judgeId },
        body: input ?? { kind: 'entry', subjectId: '', note: '' },
        signal,
      }),
  });
}

export function useAddTies(judgeId: Id) {
  return useMutation({
    mutationFn: async (ties: readonly TieInput[]) => {
      for (const body of ties) await call(addTie, { params: { judgeId }, body });
    },
    onSettled: useFresh(),
  });
}

export function useRemoveTie(judgeId: Id) {
  return useMutation({
    mutationFn: (tieId: Id) => call(removeTie, { params: { judgeId, tieId } }),
    onSettled: useFresh(),
  });
}

export function useSetCapacity(judgeId: Id) {
  return useMutation({
    mutationFn: (capacity: number | null) =>
      call(setCapacity, { params: { judgeId }, body: { capacity } }),
    onSettled: useFresh(),
  });
}
