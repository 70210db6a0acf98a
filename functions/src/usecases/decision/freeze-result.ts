import type { Decision } from '@contract/decision.ts';
import { resultSha256, writeArchive } from '@domain/judging/archive/write-archive.ts';
import { decideResult } from '@domain/judging/results/decide-result.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import { sha256Hex } from '@domain/story/hash.ts';
import {
  insertFrozen,
  listSignatures,
  markReopened,
  putSignature,
} from '@server/store/queries/decisions.ts';
import type { Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { noteAct } from '@server/usecases/organiser/running-edition.ts';
import { decide, type Needs } from './deciding.ts';
import { gatherRound, type RoundResult } from './round-result.ts';

/** Different people who have to sign a result. */
export const SIGNATURES_NEEDED = 2;

function currentSha256({ task }: RoundResult): string {
  const result = decideResult(task);
  if (result.divisions.every(({ rows }) => rows.length === 0)) {
    throw refuse('decision.nothing-ranked');
  }
  return resultSha256(result);
}

/**
 * Signs the result with this SHA-256. Refuses round.judging-open, decision.frozen,
 * decision.nothing-ranked, decision.changed when it is another by now, decision.already-signed.
 */
export async function signResult(
  deps: Needs,
  caller: Caller,
  { resultSha256: seen }: { readonly resultSha256: string },
): Promise<Decision> {
  return decide(deps, caller, { open: true }, async ({ trx, edition, accountId, version }) => {
    if (currentSha256(await gatherRound(trx, edition)) !== seen) throw refuse('decision.changed');
    const roundId = edition.round.id;
    const signed = await listSignatures(trx, roundId, version);
    if (signed.some((line) => line.accountId === accountId && line.resultSha256 === seen)) {
      throw refuse('decision.already-signed');
    }
    await putSignature(trx, {
      roundId,
      version,
      accountId,
      resultSha256: seen,
      signedAt: deps.clock.now(),
    });
    await noteAct(trx, deps, accountId, {
      action: 'decision.sign',
      subject: roundId,
      detail: { version, resultSha256: seen },
    });
  });
}

/**
 * Freezes the result as it stands, with its archive. Refuses round.judging-open, decision.frozen,
 * decision.nothing-ranked, decision.signatures-missing until two people signed this very result.
 */
export async function freezeResult(
  deps: Needs & Pick<Deps, 'files'>,
  caller: Caller,
): Promise<Decision> {
  return decide(deps, caller, { open: true }, async ({ trx, edition, accountId, version }) => {
    const gathered = await gatherRound(trx, edition);
    const sha256 = currentSha256(gathered);
    const roundId = edition.round.id;
    const signatures = (await listSignatures(trx, roundId, version)).filter(
      (line) => line.resultSha256 === sha256,
    );
    if (signatures.length < SIGNATURES_NEEDED) throw refuse('decision.signatures-missing');
    const frozenAt = deps.clock.now();
    const archive = writeArchive(gathered.task, {
      edition: edition.name,
      province: edition.province,
      version,
      frozenAt: new Date(frozenAt).toISOString(),
      signatures: signatures.map(({ name, signedAt }) => ({
        name,
        signedAt: new Date(signedAt).toISOString(),
      })),
    });
    const hash = sha256Hex(archive.bytes);
    // The file first: a row never speaks of an archive that is not there.
    await deps.files.put(hash, archive.bytes);
    await insertFrozen(trx, {
      id: deps.randomness.id(),
      roundId,
      version,
      resultSha256: archive.resultSha256,
      archive: { hash, sizeBytes: archive.bytes.length },
      frozenAt,
      frozenBy: accountId,
    });
    await noteAct(trx, deps, accountId, {
      action: 'decision.freeze',
      subject: roundId,
      detail: { version, resultSha256: archive.resultSha256, archive: hash },
    });
  });
}

/** Opens a frozen result again; the frozen version stays. Refuses decision.not-frozen. */
export async function reopenResult(
  deps: Needs,
  caller: Caller,
  { reason }: { readonly reason: string },
): Promise<Decision> {
  return decide(deps, caller, { open: false }, async ({ trx, edition, accountId, holding }) => {
    if (holding === null) throw refuse('decision.not-frozen');
    const roundId = edition.round.id;
    await markReopened(trx, roundId, holding.version, {
      at: deps.clock.now(),
      by: accountId,
      reason,
    });
    await noteAct(trx, deps, accountId, {
      action: 'decision.reopen',
      subject: roundId,
      detail: { version: holding.version, reason },
    });
  });
}
