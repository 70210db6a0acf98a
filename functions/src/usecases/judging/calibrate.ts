import type { CalibrationList, ReferenceView } from '@contract/calibration.ts';
import { judgingOpen } from '@domain/contest/round.ts';
import type { Edition } from '@domain/contest/edition.ts';
import { countNear } from '@domain/judging/calibration.ts';
import { type Points, sheetProblems, totalPoints } from '@domain/judging/sheet.ts';
import type { Id } from '@domain/kernel/ids.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import { isEmptyTelling, type Telling } from '@domain/story/telling.ts';
import { type ToldView, toldView } from '@domain/story/told.ts';
import { type Db, inTransaction } from '@server/store/database.ts';
import { findRunningEdition, listCriteria } from '@server/store/queries/editions.ts';
import { insertCalibrationSheet, type Reference } from '@server/store/queries/references.ts';
import { actingAs, type Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { entryPage, readPicture } from '@server/usecases/pages/entry-page.ts';
import { type Sound, toldOf, toldSound } from '@server/usecases/telling/told.ts';
import { type OwnCalibration, ownCalibration } from './own-calibration.ts';
import { requireInRange } from './own-sheet.ts';

type OfReference = { readonly referenceId: Id };
type Own = {
  readonly judgeId: Id;
  readonly edition: Edition;
  readonly reference: Reference;
  readonly calibration: OwnCalibration;
};

/** The reference entries of the round, and how far the judge is with them. */
export async function listCalibration(
  { db }: Pick<Deps, 'db'>,
  caller: Caller,
): Promise<CalibrationList> {
  caller.allow({});
  const { accountId } = actingAs(caller, 'judge');
  const edition = await findRunningEdition(db);
  if (edition === null) return { required: false, finished: false, open: false, references: [] };
  const calibration = await calibrationOf(db, edition, accountId);
  const criteria = await listCriteria(db, edition.id);
  return {
    required: edition.settings.calibration.required,
    finished: calibration.finished,
    open: judgingOpen(edition.round),
    references: calibration.references.map(({ id, title, pageCount, lines }) => {
      const own = calibration.done.get(id) ?? null;
      return {
        id,
        title,
        pageCount,
        total: own === null ? null : totalPoints(own.points),
        near: own === null ? null : countNear(criteria, own.points, lines),
      };
    }),
  };
}

/** A reference entry; what the organiser gave it and why is told once the judge has scored it. */
export async function readReference(
  deps: Pick<Deps, 'db' | 'files'>,
  caller: Caller,
  { referenceId }: OfReference,
): Promise<ReferenceView> {
  return viewOf(deps, await ownReference(deps.db, caller, referenceId));
}

export async function readReferencePage(
  deps: Pick<Deps, 'db' | 'files' | 'renderCache' | 'renderPage'>,
  caller: Caller,
  { referenceId, page }: OfReference & { readonly page: number },
): Promise<Uint8Array> {
  return entryPage(deps, (await ownReference(deps.db, caller, referenceId)).reference, page);
}

export async function readReferenceTold(
  deps: Pick<Deps, 'db' | 'files'>,
  caller: Caller,
  { referenceId }: OfReference,
): Promise<{ told: ToldView | null }> {
  const telling = await referenceTold(deps, caller, referenceId);
  return { told: telling === null || isEmptyTelling(telling) ? null : toldView(telling) };
}

export async function readReferenceSound(
  deps: Pick<Deps, 'db' | 'files'>,
  caller: Caller,
  { referenceId, recording }: OfReference & { readonly recording: number },
): Promise<Sound> {
  return toldSound(deps, await referenceTold(deps, caller, referenceId), recording);
}

/**
 * Scores a reference entry, once: what was given first stays, for the reference is known after.
 * Refuses not-found, judging.closed, judging.points-out-of-range, judging.sheet-incomplete.
 */
export async function scoreReference(
  deps: Pick<Deps, 'db' | 'files' | 'clock'>,
  caller: Caller,
  { referenceId, points }: OfReference & { readonly points: Points },
): Promise<ReferenceView> {
  const { edition, judgeId } = await ownReference(deps.db, caller, referenceId);
  if (!judgingOpen(edition.round)) throw refuse('judging.closed');
  const criteria = await listCriteria(deps.db, edition.id);
  requireInRange(criteria, points);
  const { missing } = sheetProblems(criteria, points);
  if (missing.length > 0) throw refuse('judging.sheet-incomplete', { missing: missing.length });
  const submittedAt = deps.clock.now();
  await inTransaction(deps.db, (trx) =>
    insertCalibrationSheet(trx, { referenceId, judgeId }, { points, submittedAt }),
  );
  return viewOf(deps, await ownReference(deps.db, caller, referenceId));
}

function calibrationOf(db: Db, edition: Edition, judgeId: Id): Promise<OwnCalibration> {
  return ownCalibration(db, { editionId: edition.id, roundId: edition.round.id, judgeId });
}

async function ownReference(db: Db, caller: Caller, referenceId: Id): Promise<Own> {
  caller.allow({});
  const { accountId: judgeId } = actingAs(caller, 'judge');
  const edition = await findRunningEdition(db);
  if (edition === null) throw refuse('not-found');
  const calibration = await calibrationOf(db, edition, judgeId);
  const reference = calibration.references.find(({ id }) => id === referenceId);
  if (reference === undefined) throw refuse('not-found');
  return { judgeId, edition, reference, calibration };
}

async function referenceTold(
  deps: Pick<Deps, 'db' | 'files'>,
  caller: Caller,
  referenceId: Id,
): Promise<Telling | null> {
  const { reference } = await ownReference(deps.db, caller, referenceId);
  return toldOf(deps, reference.entryId);
}

/** Named field by field, so that nothing of the authors ever slips in. */
async function viewOf(
  deps: Pick<Deps, 'db' | 'files'>,
  { edition, reference, calibration }: Own,
): Promise<ReferenceView> {
  const { pages } = await readPicture(deps, reference.pictureHash);
  const own = calibration.done.get(reference.id) ?? null;
  return {
    id: reference.id,
    title: reference.title,
    captions: pages.map(({ caption }) => caption),
    altTexts: pages.map(({ alt }) => alt),
    criteria: await listCriteria(deps.db, edition.id),
    open: judgingOpen(edition.round),
    own: own?.points ?? null,
    organiser: own === null ? null : { comment: reference.comment, lines: [...reference.lines] },
  };
}
