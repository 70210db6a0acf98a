import * as z from 'zod/mini';
import type { SweepAccount } from './sweep/account.ts';

export const BADGES = ['first-sweep', 'clean-sea', 'gentle-hand', 'sharp-eye'] as const;
export const BadgeId = z.enum(BADGES);
export type BadgeId = z.infer<typeof BadgeId>;

/** Things sorted from which a badge says something. */
const ENOUGH = 15;
const CLEAN = 90;

const WON_BY: Readonly<Record<BadgeId, (run: SweepAccount) => boolean>> = {
  'first-sweep': ({ whole }) => whole,
  'clean-sea': ({ whole, sea, sorted }) => whole && sea >= CLEAN && sorted >= ENOUGH,
  'gentle-hand': ({ whole, frightened, sorted }) => whole && frightened === 0 && sorted >= ENOUGH,
  'sharp-eye': ({ whole, wrong, sorted }) => whole && wrong === 0 && sorted >= ENOUGH,
};

/** Badges that a minute at sea wins, by what was found out playing it again. */
export function badgesOf(run: SweepAccount): BadgeId[] {
  return BADGES.filter((badge) => WON_BY[badge](run));
}
