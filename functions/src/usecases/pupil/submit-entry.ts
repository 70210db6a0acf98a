import {
  BLIND_CODE_LENGTH,
  type Entry,
  type Receipt,
  receiptNumber,
  receiptOf,
} from '@domain/entry/entry.ts';
import { drawCode } from '@domain/classroom/card.ts';
import type { Edition } from '@domain/contest/edition.ts';
import { phaseOf, submissionEndsAt } from '@domain/contest/round.ts';
import type { BlobHash, EpochMs, Id } from '@domain/kernel/ids.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import { submissionProblems } from '@domain/story/completeness.ts';
import { sha256Hex } from '@domain/story/hash.ts';
import { decodePicture, encodePicture } from '@domain/story/picture-codec.ts';
import { type Picture, pictureOf } from '@domain/story/picture.ts';
import { NO_TELLING } from '@domain/story/telling.ts';
import { photosOf } from '@domain/story/scene.ts';
import type { Randomness } from '@server/ports/randomness.ts';
import { inTransaction, type Trx } from '@server/store/database.ts';
import { findEdition, nextReceiptSequence } from '@server/store/queries/editions.ts';
import { blindCodeTaken, findEntry, markSubmitted } from '@server/store/queries/entries.ts';
import type { Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { requireSentPhotos } from '@server/usecases/photo/photo-file.ts';
import { readSentTelling, requireTelling } from '@server/usecases/telling/sent-telling.ts';
import { ownEntry } from './own-entry.ts';
import { readStory, requireSent } from './sent-story.ts';

type Input = {
  readonly entryId: Id;
  readonly pictureHash: BlobHash;
  readonly processHash: BlobHash;
  readonly tellingHash?: BlobHash | null;
};

/**
 * Submits an entry, once, while the round is open; its receipt is durable when this resolves. The
 * same submission again, also at the same time or after the round has closed, gives the same
 * receipt. The server derives the picture from the process and takes no other. Refusals:
 * entry.round-not-open, entry.round-closed, entry.already-submitted, blob.missing,
 * story.malformed, story.too-large, story.picture-differs, story.incomplete (with the first
 * problem and how many there are); telling.missing, telling.too-long, telling.malformed, and
 * telling.off where the edition takes none.
 */
export async function submitEntry(
  deps: Pick<Deps, 'db' | 'clock' | 'files' | 'randomness'>,
  caller: Caller,
  input: Input,
): Promise<Receipt> {
  const { db, clock, randomness } = deps;
  const { entry, pupilId } = await ownEntry(db, caller, input.entryId);
  const given = earlierReceipt(entry, input);
  if (given !== null) return given;
  const edition = await findEdition(db, entry.editionId);
  requireOpen(edition, clock.now());
  const { tellingHash = null } = input;
  const told = tellingHash === null ? [] : [tellingHash];
  await requireSent(deps, [pupilId], [input.pictureHash, input.processHash, ...told]);

  // Outside the transaction, which holds up everybody else's on SQLite.
  const picture = pictureOf(await readStory(deps, input.processHash));
  await requireSame(deps, picture, input.pictureHash);
  await requireSentPhotos(
    deps,
    entry.authorIds,
    picture.pages.flatMap(({ scene }) => photosOf(scene)),
  );
  requireComplete(picture, edition);
  await requireFittingTelling(deps, entry, edition, { ...input, pageCount: picture.pages.length });
  return inTransaction(db, async (trx) => {
    // Old drafts are thinned meanwhile: what this entry will name has to be there still.
    await requireSent({ db: trx }, [pupilId], [input.pictureHash, input.processHash, ...told]);
    return submit(trx, input, picture, { clock, randomness });
  });
}

/** A studio that was opened before an update sends the same picture in the version of its time. */
async function requireSame(
  { files }: Pick<Deps, 'files'>,
  picture: Picture,
  pictureHash: BlobHash,
): Promise<void> {
  const hash = sha256Hex(encodePicture(picture));
  if (hash === pictureHash) return;
  const sent = await files.get(pictureHash);
  if (sent === null) throw refuse('blob.missing');
  if (sha256Hex(encodePicture(decodePicture(sent))) !== hash) throw refuse('story.picture-differs');
}

function earlierReceipt(
  entry: Entry,
  { pictureHash, processHash, tellingHash = null }: Input,
): Receipt | null {
  const receipt = receiptOf(entry);
  if (receipt === null) return null;
  const same =
    receipt.pictureHash === pictureHash &&
    receipt.processHash === processHash &&
    receipt.tellingHash === tellingHash;
  if (same) return receipt;
  throw refuse('entry.already-submitted', { number: receipt.number });
}

function requireOpen(edition: Edition | null, now: EpochMs): asserts edition is Edition {
  if (edition === null) throw refuse('not-found');
  const phase = phaseOf(edition.round, now);
  if (phase === 'open') return;
  if (phase === 'upcoming') {
    throw refuse('entry.round-not-open', { opensAt: edition.round.opensAt });
  }
  throw refuse('entry.round-closed', { closedAt: submissionEndsAt(edition.round) });
}

function requireComplete(picture: Picture, edition: Edition): void {
  const problems = submissionProblems(picture, edition);
  const [first] = problems;
  if (first === undefined) return;
  const { kind: problem, ...facts } = first;
  throw refuse('story.incomplete', { problem, ...facts, problemCount: problems.length });
}

async function requireFittingTelling(
  deps: Pick<Deps, 'db' | 'files'>,
  { authorIds }: Entry,
  { settings }: Edition,
  { tellingHash = null, pageCount }: Pick<Input, 'tellingHash'> & { pageCount: number },
): Promise<void> {
  if (tellingHash === null) return requireTelling(NO_TELLING, settings.telling);
  if (settings.telling.mode === 'none') throw refuse('telling.off');
  const telling = await readSentTelling(deps, authorIds, tellingHash, pageCount);
  requireTelling(telling, settings.telling);
}

async function submit(
  trx: Trx,
  { entryId, pictureHash, processHash, tellingHash = null }: Input,
  picture: Picture,
  { clock, randomness }: Pick<Deps, 'clock' | 'randomness'>,
): Promise<Receipt> {
  const entry = await findEntry(trx, entryId);
  if (entry === null) throw refuse('not-found');
  const given = earlierReceipt(entry, { entryId, pictureHash, processHash, tellingHash });
  if (given !== null) return given;
  const now = clock.now();
  requireOpen(await findEdition(trx, entry.editionId), now);
  const receipt: Receipt = {
    number: receiptNumber(await nextReceiptSequence(trx, entry.editionId)),
    submittedAt: now,
    title: picture.title,
    pageCount: picture.pages.length,
    pictureHash,
    processHash,
    tellingHash,
  };
  const blindCode = await freeBlindCode(trx, entry.editionId, randomness);
  const { number, ...submission } = receipt;
  await markSubmitted(trx, entryId, { ...submission, receiptNumber: number, blindCode });
  return receipt;
}

async function freeBlindCode(trx: Trx, editionId: Id, randomness: Randomness): Promise<string> {
  for (;;) {
    const code = drawCode(randomness.integer, BLIND_CODE_LENGTH);
    if (!(await blindCodeTaken(trx, editionId, code))) return code;
  }
}
