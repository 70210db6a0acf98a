import { drawPin } from '@domain/classroom/card.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { secretHash } from '@server/usecases/session/secret-hash.ts';

export type CardColumns = {
  readonly pinSealed: string;
  readonly secretSealed: string;
  readonly secretHash: string;
};

/** What the database keeps of a card: PIN and QR secret sealed, and a hash to find the secret by. */
export function sealCard(
  { cardSafe }: Pick<Deps, 'cardSafe'>,
  pin: string,
  secret: string,
): CardColumns {
  return {
    pinSealed: cardSafe.seal(pin),
    secretSealed: cardSafe.seal(secret),
    secretHash: secretHash(secret),
  };
}

/** A new card: six random digits, and 128 random bits for the QR link. */
export function makeCard(deps: Pick<Deps, 'cardSafe' | 'randomness'>): CardColumns {
  return sealCard(deps, drawPin(deps.randomness.integer), deps.randomness.id());
}
