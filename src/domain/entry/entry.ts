import * as z from 'zod/mini';
import { BlobHash, EpochMs } from '../kernel/ids.ts';

/** Until the contest office exists, a submitted entry counts as accepted. */
export const EntryState = z.enum(['draft', 'submitted']);
export type EntryState = z.infer<typeof EntryState>;

/** What the server gives for a submission; it survives the server's death. */
export const Receipt = z.object({
  number: z.string(),
  submittedAt: EpochMs,
  title: z.string(),
  pageCount: z.int(),
  pictureHash: BlobHash,
  processHash: BlobHash,
});
export type Receipt = z.infer<typeof Receipt>;

/** Receipt numbers read aloud well: `BD-000042`, counted up within an edition. */
export function receiptNumber(sequence: number): string {
  return `BD-${String(sequence).padStart(6, '0')}`;
}

/**
 * The name under which judges know an entry: derived from nothing about the child. It is drawn at
 * random when the entry is submitted, four letters or digits of the class-code alphabet.
 */
export const BlindCode = z.string().check(z.regex(/^[A-Z0-9]{4,6}$/));
