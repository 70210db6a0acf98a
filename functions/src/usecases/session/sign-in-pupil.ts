import { refuse } from '@domain/kernel/refusal.ts';
import { triesBeforeWait } from '@domain/people/throttle.ts';
import type { Deps } from '@server/usecases/deps.ts';
import {
  type Card,
  findCard,
  findCardBySecret,
  findClassByCode,
} from '@server/store/queries/accounts.ts';
import { type BegunSession, beginSession, type SignInPlace } from './keep-session.ts';
import { secretHash } from './secret-hash.ts';
import {
  absentCardSubject,
  cardSubject,
  countTryOfAddress,
  forgetTries,
  takeTry,
} from './throttle-tries.ts';

type Needs = Pick<Deps, 'db' | 'clock' | 'randomness' | 'cardSafe'>;

type PinInput = { readonly classCode: string; readonly cardNumber: number; readonly pin: string };

/** Takes the same time wherever the two differ, so that time tells no digit. */
function samePin(typed: string, printed: string): boolean {
  let difference = typed.length ^ printed.length;
  for (let i = 0; i < printed.length; i += 1) {
    difference |= typed.charCodeAt(i) ^ printed.charCodeAt(i);
  }
  return difference === 0;
}

function openFor(deps: Needs, card: Card, place: SignInPlace): Promise<BegunSession> {
  const view = { role: 'pupil', displayName: card.fullName } as const;
  return beginSession(deps, { pupilId: card.pupilId }, view, place);
}

/**
 * A pupil with class code, card number and PIN. A number nobody has and a wrong PIN get the same
 * answer. Refuses rate.address, sign-in.class-code-unknown, sign-in.wait, sign-in.card-wrong.
 */
export async function signInWithPin(
  deps: Needs,
  place: SignInPlace,
  { classCode, cardNumber, pin }: PinInput,
): Promise<BegunSession> {
  await countTryOfAddress(deps, place.address);
  const classId = await findClassByCode(deps.db, classCode);
  if (classId === null) throw refuse('sign-in.class-code-unknown');
  const card = await findCard(deps.db, classId, cardNumber);
  const subject = card ? cardSubject(card.pupilId) : absentCardSubject(classId, cardNumber);
  const failures = await takeTry(deps, subject);
  if (card === null || !samePin(pin, deps.cardSafe.open(card.pinSealed))) {
    throw refuse('sign-in.card-wrong', { triesBeforeWait: triesBeforeWait(failures) });
  }
  await forgetTries(deps, subject);
  return openFor(deps, card, place);
}

/**
 * A pupil with the secret of the card's QR link. 128 random bits are not guessed, so a card that
 * waits for its PIN still opens this way. Refuses rate.address, sign-in.card-link-wrong.
 */
export async function signInWithCard(
  deps: Needs,
  place: SignInPlace,
  secret: string,
): Promise<BegunSession> {
  await countTryOfAddress(deps, place.address);
  const card = await findCardBySecret(deps.db, secretHash(secret));
  if (card === null) throw refuse('sign-in.card-link-wrong');
  await forgetTries(deps, cardSubject(card.pupilId));
  return openFor(deps, card, place);
}
