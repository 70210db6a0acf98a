import { decideResult } from '@domain/judging/results/decide-result.ts';
import type { PaperFacts } from '@server/ports/papers.ts';
import { listFrozen, listSignatures } from '@server/store/queries/decisions.ts';
import type { Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { runningEdition } from '@server/usecases/organiser/running-edition.ts';
import { decisionState } from './decision-view.ts';
import { gatherRound } from './round-result.ts';

/** A paper of the decision as it stands; without a version and a SHA-256 until it is frozen. */
export async function readPaper(
  { db, clock, papers }: Pick<Deps, 'db' | 'clock' | 'papers'>,
  caller: Caller,
  kind: 'minutes' | 'awards',
): Promise<Uint8Array> {
  caller.allow({});
  const edition = await runningEdition(db);
  const round = await gatherRound(db, edition);
  const { version, holding } = decisionState(edition, await listFrozen(db, edition.round.id));
  const signatures = await listSignatures(db, edition.round.id, version);
  const result = decideResult(round.task);
  const facts: PaperFacts = {
    edition: edition.name,
    province: edition.province,
    at: holding?.frozenAt ?? clock.now(),
    version: holding?.version ?? null,
    resultSha256: holding?.resultSha256 ?? null,
    judges: round.judges.map(({ id, name }) => ({
      name,
      sheets: new Set(round.lines.flatMap((line) => (line.judgeId === id ? [line.sheetId] : [])))
        .size,
    })),
    criteria: round.criteria.map(({ name, maxPoints }) => ({ name, max: maxPoints })),
    divisions: result.divisions.map(({ name, rows, unjudged, decides }, index) => ({
      name,
      entries: rows.length + unjudged.length,
      judged: rows.length,
      decides,
      awards: round.task.rules.divisions[index]!.prizes.flatMap((prize) =>
        rows
          .filter((row) => row.prize === prize.id)
          .map((row) => {
            const { title, authors } = round.byCode.get(row.entry)!;
            return {
              prize: prize.name,
              authors: authors.map(({ fullName }) => fullName),
              title,
              className: [...new Set(authors.map(({ className }) => className))].join(', '),
              schoolName: [...new Set(authors.map(({ schoolName }) => schoolName))].join(', '),
              score: row.score,
              reason: row.reason,
            };
          }),
      ),
    })),
    signatures: signatures.filter(
      (line) => holding !== null && line.resultSha256 === holding.resultSha256,
    ),
  };
  return papers[kind](facts);
}
