import type { BlobHash, Id } from '@domain/kernel/ids.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import { encodeFilm } from '@domain/story/film-codec.ts';
import { replayFilm } from '@domain/story/film.ts';
import { sha256Hex } from '@domain/story/hash.ts';
import { meanShares, type PageShares } from '@domain/story/paint/shares.ts';
import { decodeProcess } from '@domain/story/process-codec.ts';
import { replay } from '@domain/story/story.ts';
import { inTransaction } from '@server/store/database.ts';
import { findEntry } from '@server/store/queries/entries.ts';
import { type Evidence, findEvidence, insertEvidence } from '@server/store/queries/evidence.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { readPicture } from '@server/usecases/pages/entry-page.ts';

type Needs = Pick<Deps, 'db' | 'clock' | 'files' | 'measurePage'>;

/**
 * What judges are told of how a submitted story was made: found out once, and kept when the process is
 * deleted. Refuses entry.not-submitted. Who may ask is for the caller to say.
 */
export async function entryEvidence(deps: Needs, entryId: Id): Promise<Evidence> {
  const kept = await findEvidence(deps.db, entryId);
  if (kept !== null) return kept;
  const entry = await findEntry(deps.db, entryId);
  const { pictureHash = null, processHash = null } = entry ?? {};
  if (pictureHash === null || processHash === null) throw refuse('entry.not-submitted');

  const film = await filmOf(deps, processHash);
  const filmHash = film && sha256Hex(film);
  if (film && filmHash) await deps.files.put(filmHash, film);
  const evidence = { pictureHash, filmHash, shares: await sharesOf(deps, pictureHash) };
  const made = { filmBytes: film?.length ?? 0, at: deps.clock.now() };
  await inTransaction(deps.db, (trx) => insertEvidence(trx, entryId, evidence, made));
  return evidence;
}

/** The film of a submitted story (see decodeFilm), or not-found when there is none to be had any more. */
export async function entryFilm(deps: Needs, entryId: Id): Promise<Uint8Array> {
  const { filmHash } = await entryEvidence(deps, entryId);
  const bytes = filmHash === null ? null : await deps.files.get(filmHash);
  if (bytes === null) throw refuse('not-found');
  return bytes;
}

async function filmOf({ files }: Needs, processHash: BlobHash): Promise<Uint8Array | null> {
  const bytes = await files.get(processHash);
  return bytes && encodeFilm(replayFilm(replay(decodeProcess(bytes))));
}

async function sharesOf(deps: Needs, pictureHash: BlobHash): Promise<PageShares> {
  const pages: PageShares[] = [];
  for (const page of (await readPicture(deps, pictureHash)).pages) {
    pages.push(await deps.measurePage(page));
  }
  return meanShares(pages);
}
