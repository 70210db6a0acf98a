import type { Decision, FinalView } from '@contract/decision.ts';
import type { Edition } from '@domain/contest/edition.ts';
import { resultSha256 } from '@domain/judging/archive/write-archive.ts';
import type { DivisionResult } from '@domain/judging/results/decide-result.ts';
import type { Id } from '@domain/kernel/ids.ts';
import type { Db } from '@server/store/database.ts';
import { listFrozen, listSignatures, type FrozenVersion } from '@server/store/queries/decisions.ts';
import type { FinalRow } from '@server/store/queries/finals.ts';
import { type DivisionOutlook, outlookOf } from './round-bands.ts';
import { gatherRound, type RoundEntry, type RoundResult } from './round-result.ts';

/** Where a decision stands: the newest frozen version, if it was not reopened, holds. */
export function decisionState(
  { round }: Pick<Edition, 'round'>,
  frozen: readonly FrozenVersion[],
): { state: Decision['state']; version: number; holding: FrozenVersion | null } {
  const newest = frozen.at(-1);
  const holding = newest !== undefined && newest.reopenedAt === null ? newest : null;
  if (round.judgingClosedAt === null) return { state: 'judging', version: 1, holding: null };
  if (holding === null) return { state: 'open', version: frozen.length + 1, holding };
  const state = holding.publishedAt === null ? 'frozen' : 'published';
  return { state, version: holding.version, holding };
}

/** The whole decision as the organiser sees it. */
export async function decisionView(db: Db, edition: Edition, viewer: Id): Promise<Decision> {
  const round = await gatherRound(db, edition);
  const frozen = await listFrozen(db, edition.round.id);
  const { state, version, holding } = decisionState(edition, frozen);
  const { result, outlooks } = outlookOf(round, edition);
  const ranked = result.divisions.some(({ rows }) => rows.length > 0);
  const sha256 = holding?.resultSha256 ?? (ranked ? resultSha256(result) : null);
  const signatures = await listSignatures(db, edition.round.id, version);
  return {
    state,
    resultSha256: sha256,
    version,
    signatures: signatures.map(({ name, signedAt, resultSha256: signed, accountId }) => ({
      name,
      signedAt,
      valid: signed === sha256,
      own: accountId === viewer,
    })),
    divisions: result.divisions.map((division, index) => ({
      id: division.id,
      name: division.name,
      decides: division.decides,
      reason: division.reason,
      prizes: [...round.task.rules.divisions[index]!.prizes],
      finals: finalViews(division, round),
      bandCount: openBands(division.id, outlooks.get(division.id), round.finals),
      rows: division.rows.map((row) => ({
        ...peopleOf(round.byCode.get(row.entry)!),
        rank: row.rank,
        score: row.score,
        proposed: row.proposed,
        prize: row.prize,
        reason: row.reason,
      })),
    })),
    versions: [...frozen],
  };
}

export function peopleOf({ id, blindCode, title, authors }: RoundEntry) {
  return {
    entryId: id,
    blindCode,
    title,
    authors: authors.map(({ fullName }) => fullName),
    className: [...new Set(authors.map(({ className }) => className))].join(', '),
    schoolName: [...new Set(authors.map(({ schoolName }) => schoolName))].join(', '),
  };
}

export function finalViews(division: DivisionResult, { finals }: RoundResult): FinalView[] {
  const own = finals.filter(({ divisionId }) => divisionId === division.id);
  return division.finals.map((final, index) => ({
    ...final,
    unseated: own[index]?.pairs.filter(({ judgeId }) => judgeId === null).length ?? 0,
  }));
}

/** Bands that a final could still be begun for: none once the division has one. */
export function openBands(
  divisionId: string,
  outlook: DivisionOutlook | undefined,
  finals: readonly FinalRow[],
): number {
  const begun = finals.some((final) => final.divisionId === divisionId);
  return begun ? 0 : (outlook?.bands.length ?? 0);
}
