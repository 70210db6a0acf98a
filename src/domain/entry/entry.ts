import * as z from 'zod/mini';
import { BlobHash, EpochMs, type Id } from '../kernel/ids.ts';

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
  /** Of the telling's manifest, which names each recording by its hash; null where there is none. */
  tellingHash: z.nullable(BlobHash),
});
export type Receipt = z.infer<typeof Receipt>;

/** Receipt numbers read aloud well: `BD-000042`, counted up within an edition. */
export function receiptNumber(sequence: number): string {
  return `BD-${String(sequence).padStart(6, '0')}`;
}

/** An entry as it is kept. Until it is submitted the last six are null; a telling need not be. */
export type Entry = {
  readonly id: Id;
  readonly editionId: Id;
  readonly authorIds: readonly Id[];
  readonly state: EntryState;
  readonly title: string;
  readonly pageCount: number;
  readonly draftVersion: number;
  readonly receiptNumber: string | null;
  readonly blindCode: string | null;
  readonly pictureHash: BlobHash | null;
  readonly processHash: BlobHash | null;
  readonly tellingHash: BlobHash | null;
  readonly submittedAt: EpochMs | null;
};

/** The receipt of a submitted entry, null for a draft. */
export function receiptOf(
  entry: Pick<
    Entry,
    | 'title'
    | 'pageCount'
    | 'receiptNumber'
    | 'pictureHash'
    | 'processHash'
    | 'tellingHash'
    | 'submittedAt'
  >,
): Receipt | null {
  const { title, pageCount, receiptNumber: number, submittedAt } = entry;
  const { pictureHash, processHash, tellingHash } = entry;
  if (number === null || pictureHash === null || processHash === null || submittedAt === null) {
    return null;
  }
  return { number, submittedAt, title, pageCount, pictureHash, processHash, tellingHash };
}

/**
 * The name under which judges know an entry: derived from nothing about the child. It is drawn at
 * random when the entry is submitted, four letters or digits of the class-code alphabet.
 */
export const BlindCode = z.string().check(z.regex(/^[A-Z0-9]{4,6}$/));
export const BLIND_CODE_LENGTH = 4;
