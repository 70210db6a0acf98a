import type { PupilRow } from '@contract/classroom.ts';
import type { ConsentParty, Purpose } from '@domain/classroom/consent.ts';

type Row = Pick<PupilRow, 'needsChildAssent' | 'consents'>;
export type Standing = PupilRow['consents'][number];

/** What the contest cannot do without; a box left blank at another purpose counts as no. */
const ESSENTIAL: readonly Purpose[] = ['take-part', 'judge'];

/** Whose word a slip asks for: the guardian's, and the child's from the age of assent. */
export function partiesOf(row: Pick<PupilRow, 'needsChildAssent'>): readonly ConsentParty[] {
  return row.needsChildAssent ? ['guardian', 'child'] : ['guardian'];
}

export function standingOf(
  row: Row,
  { purpose, party }: { purpose: Purpose; party: ConsentParty },
): Standing | null {
  const same = (line: Standing) => line.purpose === purpose && line.party === party;
  return row.consents.find(same) ?? null;
}

/**
 * How far the slip of a pupil is recorded: nothing at all; a word missing on an essential purpose;
 * a no to one; or every essential yes.
 */
export function slipState(row: Row): 'none' | 'partial' | 'refused' | 'complete' {
  if (row.consents.length === 0) return 'none';
  const words = ESSENTIAL.flatMap((purpose) =>
    partiesOf(row).map((party) => standingOf(row, { purpose, party })),
  );
  if (words.some((word) => word?.granted === false)) return 'refused';
  return words.includes(null) ? 'partial' : 'complete';
}

/** Whether somebody's word still has to be asked for; a recorded no is a word too. */
export function slipMissing(row: Row): boolean {
  const state = slipState(row);
  return state === 'none' || state === 'partial';
}
