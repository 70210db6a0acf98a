import * as z from 'zod/mini';
import { EpochMs, Id, type IsoDay } from '../kernel/ids.ts';

/** Purposes are consented to one by one (Luật 91/2025/QH15; Nghị định 56/2017, Điều 36). */
export const Purpose = z.enum(['take-part', 'judge', 'gallery', 'voice', 'name', 'print']);
export type Purpose = z.infer<typeof Purpose>;
export const PURPOSES = Purpose.options;

/** Who decides: the guardian always, the child too from the age of seven. */
export const ConsentParty = z.enum(['guardian', 'child']);
export type ConsentParty = z.infer<typeof ConsentParty>;

/** One line of the ledger. Lines are only added; the newest line per purpose and party holds. */
export const ConsentRecord = z.object({
  id: Id,
  pupilId: Id,
  purpose: Purpose,
  party: ConsentParty,
  granted: z.boolean(),
  evidence: z.enum(['paper-slip']),
  textVersion: z.string(),
  recordedBy: Id,
  recordedAt: EpochMs,
});
export type ConsentRecord = z.infer<typeof ConsentRecord>;

/** The wording on the slip that is printed now. A new wording gets a new version. */
export const CONSENT_TEXT_VERSION = '2027.1';

const AGE_OF_ASSENT_YEARS = 7;

/** Full years on a day; days are `YYYY-MM-DD`. */
export function ageInYears(birthDate: IsoDay, today: IsoDay): number {
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** What a line of the ledger says, and when it was said. */
export type ConsentLine = Pick<ConsentRecord, 'purpose' | 'party' | 'granted' | 'recordedAt'>;

/**
 * The line that holds for each purpose and party, in the order of PURPOSES: the newest. Of two
 * lines in one millisecond the refusal holds: silence is not consent.
 */
export function standingLines<Line extends ConsentLine>(lines: readonly Line[]): Line[] {
  const standing = new Map<string, Line>();
  for (const line of lines) {
    const key = `${line.purpose} ${line.party}`;
    const held = standing.get(key);
    const replaces =
      held === undefined ||
      line.recordedAt > held.recordedAt ||
      (line.recordedAt === held.recordedAt && !line.granted);
    if (replaces) standing.set(key, line);
  }
  return PURPOSES.flatMap((purpose) =>
    ConsentParty.options.flatMap((party) => standing.get(`${purpose} ${party}`) ?? []),
  );
}

/** Whether the child's own word is needed beside the guardian's. */
export function needsChildAssent(birthDate: IsoDay, today: IsoDay): boolean {
  return ageInYears(birthDate, today) >= AGE_OF_ASSENT_YEARS;
}

/**
 * True when every party whose word is needed has said yes last. No record means no.
 * @param today the day on which the question is asked, for the age of assent
 */
export function consented(
  lines: readonly ConsentLine[],
  purpose: Purpose,
  birthDate: IsoDay,
  today: IsoDay,
): boolean {
  const yes = standingLines(lines.filter((line) => line.purpose === purpose)).filter(
    (line) => line.granted,
  );
  const said = (party: ConsentParty) => yes.some((line) => line.party === party);
  return said('guardian') && (!needsChildAssent(birthDate, today) || said('child'));
}
