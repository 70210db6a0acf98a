import type { Decision } from '@contract/decision.ts';
import { planPairs } from '@domain/judging/pairs/pair-plan.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import { insertFinal } from '@server/store/queries/finals.ts';
import { listJudgeProgress } from '@server/store/queries/progress.ts';
import type { Caller } from '@server/usecases/caller.ts';
import { conflictsOfRound } from '@server/usecases/organiser/plan-assignment.ts';
import { noteAct } from '@server/usecases/organiser/running-edition.ts';
import { decide, type Needs } from './deciding.ts';
import { outlookOf } from './round-bands.ts';
import { gatherRound } from './round-result.ts';

/**
 * Plans the finals of a division, one for each uncertain band, all pairs and their judges at once.
 * Refuses round.judging-open, decision.frozen, final.already-begun, final.nothing-uncertain, and
 * final.too-few-judges where no pair finds a judge.
 */
export async function beginFinal(
  deps: Needs,
  caller: Caller,
  { divisionId }: { readonly divisionId: string },
): Promise<Decision> {
  return decide(deps, caller, { open: true }, async ({ trx, edition, accountId }) => {
    const { round } = edition;
    const gathered = await gatherRound(trx, edition);
    if (gathered.finals.some((final) => final.divisionId === divisionId)) {
      throw refuse('final.already-begun');
    }
    const bands = outlookOf(gathered, edition).outlooks.get(divisionId)?.bands ?? [];
    if (bands.length === 0) throw refuse('final.nothing-uncertain');
    const judges = (await listJudgeProgress(trx, round.id)).filter(({ active }) => active);
    const conflicts = await conflictsOfRound(trx, edition);
    const finals = bands.map(({ entries, lines }, index) => {
      const entryIds = entries.map((code) => gathered.byCode.get(code)!.id);
      const seed = gathered.task.seed + index;
      const pairs = planPairs({
        entries: entryIds,
        judges: judges.map(({ judgeId }) => judgeId),
        conflicts: conflicts.map(({ judgeId, entryId }) => ({ judge: judgeId, entry: entryId })),
        seed,
      });
      return { entryIds, lines, seed, pairs, position: index + 1 };
    });
    const seated = finals.some(({ pairs }) => pairs.some(({ judge }) => judge !== null));
    if (!seated) throw refuse('final.too-few-judges');
    for (const { entryIds, lines, seed, pairs, position } of finals) {
      await insertFinal(
        trx,
        round.id,
        {
          id: deps.randomness.id(),
          divisionId,
          position,
          seed,
          entryIds,
          lines,
          pairs: pairs.map(({ left, right, judge }) => ({
            id: deps.randomness.id(),
            leftId: left,
            rightId: right,
            judgeId: judge,
          })),
        },
        { at: deps.clock.now(), by: accountId },
      );
    }
    await noteAct(trx, deps, accountId, {
      action: 'final.begin',
      subject: round.id,
      detail: {
        divisionId,
        bands: bands.length,
        entries: finals.reduce((sum, { entryIds }) => sum + entryIds.length, 0),
        pairs: finals.reduce((sum, { pairs }) => sum + pairs.length, 0),
        seed: gathered.task.seed,
      },
    });
  });
}
