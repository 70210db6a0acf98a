import type { EpochMs } from '@domain/kernel/ids.ts';

/** One prize and who gets it. */
export type AwardLine = {
  readonly prize: string;
  readonly authors: readonly string[];
  readonly title: string;
  readonly className: string;
  readonly schoolName: string;
  readonly score: number;
  /** Why the jury gave it although the rule proposed another; null where it did not. */
  readonly reason: string | null;
};

/** What the papers of a decision say. */
export type PaperFacts = {
  readonly edition: string;
  readonly province: string;
  readonly at: EpochMs;
  readonly version: number | null;
  readonly resultSha256: string | null;
  readonly judges: readonly { readonly name: string; readonly sheets: number }[];
  readonly criteria: readonly { readonly name: string; readonly max: number }[];
  readonly divisions: readonly {
    readonly name: string;
    readonly entries: number;
    readonly judged: number;
    readonly decides: 'raw' | 'adjusted';
    readonly awards: readonly AwardLine[];
  }[];
  readonly signatures: readonly { readonly name: string; readonly signedAt: EpochMs }[];
};

export type SheetRow = {
  readonly receiptNumber: string;
  readonly blindCode: string;
  readonly title: string;
  readonly authors: string;
  readonly className: string;
  readonly schoolName: string;
  readonly judgeCode: string;
  readonly judgeName: string;
  /** In the order of the criteria; null where there are none. */
  readonly points: readonly (number | null)[];
  readonly total: number;
};

export type SheetTable = {
  readonly criteria: readonly { readonly name: string; readonly max: number }[];
  readonly rows: readonly SheetRow[];
};

/**
 * Papers that leave the contest, in Vietnamese. PDFs are A4, and the same facts give the same
 * bytes; in tables text is text and never a formula.
 */
export type Papers = {
  /** Biên bản chấm. */
  readonly minutes: (facts: PaperFacts) => Promise<Uint8Array>;
  /** Quyết định khen thưởng with the list of prizes. */
  readonly awards: (facts: PaperFacts) => Promise<Uint8Array>;
  /** Score sheets, XLSX. */
  readonly workbook: (table: SheetTable) => Promise<Uint8Array>;
  /** Score sheets, CSV that spreadsheets open. */
  readonly csv: (table: SheetTable) => Promise<Uint8Array>;
};
