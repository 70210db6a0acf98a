import type { Candidate, References } from '@contract/calibration.ts';
import type { Edition } from '@domain/contest/edition.ts';
import { judgingOpen } from '@domain/contest/round.ts';
import { referenceIsReady, type ReferenceLine } from '@domain/judging/calibration.ts';
import type { Id } from '@domain/kernel/ids.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import { type Db, inTransaction } from '@server/store/database.ts';
import { listEntriesToJudge } from '@server/store/queries/assignment.ts';
import { listCriteria, takeTurn } from '@server/store/queries/editions.ts';
import { findEntry } from '@server/store/queries/entries.ts';
import {
  anyCalibrated,
  findCandidates,
  listReferences,
  writeReferences,
} from '@server/store/queries/references.ts';
import { anySheetBegun } from '@server/store/queries/rules.ts';
import { actingAs, type Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { entryPage } from '@server/usecases/pages/entry-page.ts';
import { noteAct, runningEdition } from './running-edition.ts';

const MOST_CANDIDATES = 24;

export async function readReferences(
  { db }: Pick<Deps, 'db'>,
  caller: Caller,
): Promise<References> {
  caller.allow({});
  return referencesOf(db, await runningEdition(db));
}

export async function findReferenceCandidates(
  { db }: Pick<Deps, 'db'>,
  caller: Caller,
  { search }: { readonly search: string },
): Promise<{ entries: Candidate[] }> {
  caller.allow({});
  const edition = await runningEdition(db);
  const entries = await findCandidates(db, edition.id, { search, atMost: MOST_CANDIDATES });
  return {
    entries: entries.map(({ entryId, blindCode, title, pageCount }) => ({
      entryId,
      blindCode,
      title,
      pageCount,
    })),
  };
}

/**
 * Names the reference entries of the round, in place of those before. They no longer compete; one
 * that is taken off the list competes again. Refuses judging.references-closed once a judge has
 * scored anything, not-found for an entry that was not submitted or does not stand,
 * judging.points-out-of-range, judging.sheet-incomplete { missing }.
 */
export async function saveReferences(
  deps: Pick<Deps, 'db' | 'clock' | 'randomness'>,
  caller: Caller,
  input: {
    readonly references: readonly {
      readonly entryId: Id;
      readonly comment: string;
      readonly lines: readonly ReferenceLine[];
    }[];
  },
): Promise<References> {
  caller.allow({});
  const { accountId } = actingAs(caller, 'organiser');
  await inTransaction(deps.db, async (trx) => {
    const edition = await runningEdition(trx);
    await takeTurn(trx, edition.round.id);
    if (!(await mayChange(trx, edition))) throw refuse('judging.references-closed');
    const ids = input.references.map(({ entryId }) => entryId);
    const known = await listEntriesToJudge(trx, edition.id, ids);
    if (known.length < ids.length) throw refuse('not-found');
    const criteria = await listCriteria(trx, edition.id);
    for (const { lines } of input.references) requireWhole(criteria, lines);
    const before = await listReferences(trx, edition.round.id);
    const idOf = new Map(before.map((reference) => [reference.entryId, reference.id]));
    const references = input.references.map((reference) => ({
      ...reference,
      id: idOf.get(reference.entryId) ?? deps.randomness.id(),
    }));
    await writeReferences(trx, edition.round.id, references);
    await noteAct(trx, deps, accountId, {
      action: 'edition.edit',
      subject: edition.id,
      detail: { section: 'references', to: JSON.stringify(input.references) },
    });
  });
  return referencesOf(deps.db, await runningEdition(deps.db));
}

/** A page of any submitted entry, for who prepares references or looks at a flag. */
export async function readEntryPage(
  deps: Pick<Deps, 'db' | 'files' | 'renderCache' | 'renderPage'>,
  caller: Caller,
  { entryId, page }: { readonly entryId: Id; readonly page: number },
): Promise<Uint8Array> {
  caller.allow({});
  const entry = await findEntry(deps.db, entryId);
  if (entry === null || entry.pictureHash === null) throw refuse('not-found');
  const { pictureHash, pageCount } = entry;
  return entryPage(deps, { pictureHash, pageCount }, page);
}

function requireWhole(
  criteria: Awaited<ReturnType<typeof listCriteria>>,
  lines: readonly ReferenceLine[],
): void {
  const given = new Map(lines.map((line) => [line.criterionId, line.points]));
  const known = new Map(criteria.map(({ id, maxPoints }) => [id, maxPoints]));
  if ([...given].some(([id, points]) => points > (known.get(id) ?? -1))) {
    throw refuse('judging.points-out-of-range');
  }
  const missing = criteria.filter(({ id }) => !given.has(id)).length;
  if (missing > 0) throw refuse('judging.sheet-incomplete', { missing });
}

async function mayChange(db: Db, { round }: Edition): Promise<boolean> {
  if (!judgingOpen(round)) return false;
  return !(await anySheetBegun(db, round.id)) && !(await anyCalibrated(db, round.id));
}

async function referencesOf(db: Db, edition: Edition): Promise<References> {
  const criteria = await listCriteria(db, edition.id);
  const references = await listReferences(db, edition.round.id);
  return {
    required: edition.settings.calibration.required,
    open: await mayChange(db, edition),
    criteria,
    references: references.map(({ entryId, blindCode, title, pageCount, comment, lines }) => ({
      entryId,
      blindCode,
      title,
      pageCount,
      comment,
      lines: [...lines],
      ready: referenceIsReady(criteria, lines),
    })),
  };
}
