import { useMutation } from '@tanstack/react-query';
import { signInWithPin } from '@contract/session.ts';
import { CardNumber, ClassCode, Pin } from '@domain/classroom/card.ts';
import { Refusal } from '@domain/kernel/refusal.ts';
import { call } from '@platform/api-client.ts';
import { writePreference } from '@platform/preferences.ts';
import { useEnter } from '@platform/queries.ts';
import type { PupilFill } from './filled-in.ts';

export type PupilField = keyof PupilFill;

/** The fields that cannot be right as typed, before anybody is asked. */
export function unfinishedFields(form: PupilFill): readonly PupilField[] {
  const fields: PupilField[] = [];
  if (!ClassCode.safeParse(form.classCode).success) fields.push('classCode');
  if (!CardNumber.safeParse(cardNumberOf(form)).success) fields.push('cardNumber');
  if (!Pin.safeParse(form.pin).success) fields.push('pin');
  return fields;
}

function cardNumberOf(form: PupilFill): number {
  return /^\s*\d{1,2}\s*$/.test(form.cardNumber) ? Number(form.cardNumber) : Number.NaN;
}

/** The field a refused sign-in speaks of; null when it speaks of none. */
export function fieldOf(error: unknown): PupilField | null {
  if (!(error instanceof Refusal)) return null;
  if (error.code === 'sign-in.class-code-unknown') return 'classCode';
  return error.code === 'sign-in.card-wrong' ? 'pin' : null;
}

/** Signs a pupil in and remembers the class code on this device, never the PIN. */
export function usePupilSignIn() {
  const enter = useEnter();
  return useMutation({
    mutationFn: (form: PupilFill) =>
      call(signInWithPin, {
        body: { classCode: form.classCode, cardNumber: cardNumberOf(form), pin: form.pin },
      }),
    onSuccess: (session, form) => {
      writePreference('class-code', form.classCode.replace(/[\s-]/gu, '').toUpperCase());
      enter(session);
    },
  });
}
