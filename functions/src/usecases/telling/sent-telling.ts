import type { BlobHash, Id } from '@domain/kernel/ids.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import { decodeTelling } from '@domain/story/telling-manifest.ts';
import { type Telling, type TellingRule, tellingProblems } from '@domain/story/telling.ts';
import { findRecordings } from '@server/store/queries/tellings.ts';
import type { Deps } from '@server/usecases/deps.ts';

/**
 * The telling of a sent manifest, every recording of which one of the authors has sent and the
 * server has measured. Refuses blob.missing and telling.malformed, whatever the bytes.
 */
export async function readSentTelling(
  { db, files }: Pick<Deps, 'db' | 'files'>,
  authorIds: readonly Id[],
  tellingHash: BlobHash,
  pageCount: number,
): Promise<Telling> {
  const bytes = await files.get(tellingHash);
  if (bytes === null) throw refuse('blob.missing');
  const telling = decodeTelling(bytes, pageCount);
  const hashes = telling.recordings.map(({ hash }) => hash);
  const sent = await findRecordings(db, authorIds, hashes);
  for (const { hash, mediaType, durationMs } of telling.recordings) {
    const known = sent.get(hash);
    if (known === undefined) throw refuse('blob.missing');
    if (known.mediaType !== mediaType || known.durationMs !== durationMs) {
      throw refuse('telling.malformed');
    }
  }
  return telling;
}

/** Refuses telling.missing and telling.too-long { maxMinutes }. */
export function requireTelling(telling: Telling, rule: TellingRule): void {
  const [problem] = tellingProblems(telling, rule);
  if (problem === undefined) return;
  if (problem.kind === 'missing-telling') throw refuse('telling.missing');
  throw refuse('telling.too-long', { maxMinutes: problem.maxMinutes });
}
