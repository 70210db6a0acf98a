import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  addPupil,
  createClass,
  editPupil,
  listClasses,
  readCards,
  readClass,
  recordConsents,
  removePupil,
  replaceCard,
  unlockCard,
} from '@contract/classroom.ts';
import type { BodyOf } from '@contract/route.ts';
import { call } from '@platform/api-client.ts';

const CLASSES = ['classes'];

export function useClasses() {
  return useQuery({ queryKey: CLASSES, queryFn: ({ signal }) => call(listClasses, { signal }) });
}

export function useClass(classId: string) {
  return useQuery({
    queryKey: [...CLASSES, classId],
    queryFn: ({ signal }) => call(readClass, { params: { classId }, signal }),
  });
}

/** The cards carry PINs: they are fetched to be printed and not kept. */
export function useCards(classId: string) {
  return useQuery({
    queryKey: ['cards', classId],
    queryFn: ({ signal }) => call(readCards, { params: { classId }, signal }),
    gcTime: 0,
  });
}

function useClassChange<Input, Answer>(change: (input: Input) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => queries.invalidateQueries({ queryKey: CLASSES }),
  });
}

export function useCreateClass() {
  return useClassChange((name: string) => call(createClass, { body: { name } }));
}

export function useAddPupil(classId: string) {
  return useClassChange((pupil: BodyOf<typeof addPupil>) =>
    call(addPupil, { params: { classId }, body: pupil }),
  );
}

export function useEditPupil(classId: string, pupilId: string) {
  return useClassChange((pupil: BodyOf<typeof editPupil>) =>
    call(editPupil, { params: { classId, pupilId }, body: pupil }),
  );
}

export function useRemovePupil(classId: string, pupilId: string) {
  return useClassChange(() => call(removePupil, { params: { classId, pupilId } }));
}

export function useUnlockCard(classId: string) {
  return useClassChange((pupilId: string) => call(unlockCard, { params: { classId, pupilId } }));
}

export function useReplaceCard(classId: string, pupilId: string) {
  return useClassChange(() => call(replaceCard, { params: { classId, pupilId } }));
}

export function useRecordConsents(classId: string, pupilId: string) {
  return useClassChange((lines: BodyOf<typeof recordConsents>['lines']) =>
    call(recordConsents, { params: { classId, pupilId }, body: { lines } }),
  );
}
