import { strToU8, zipSync } from 'fflate';
import { sha256Hex } from '../../story/hash.ts';
import { decideResult, RESULT_MODEL, type Result } from '../results/decide-result.ts';
import type { ResultTask } from '../results/result-task.ts';
import { entriesText, pairsText, scoresText } from './archive-tables.ts';

export const ARCHIVE_FORMAT = 'bien-dao-decision';
export const ARCHIVE_VERSION = 1;
export const FILES = {
  manifest: 'manifest.json',
  result: 'result.json',
  rules: 'rules.json',
  scores: 'sheets.csv',
  entries: 'entries.csv',
  decision: 'decision.json',
  final: (index: number) => `pairs-${index + 1}.csv`,
} as const;

/** What a paper about the decision says beside the result. */
export type ArchiveFacts = {
  readonly edition: string;
  readonly province: string;
  /** Counts the frozen results of a round from 1. */
  readonly version: number;
  /** ISO 8601, UTC. */
  readonly frozenAt: string;
  /** Who signed the result, in their order. */
  readonly signatures: readonly { readonly name: string; readonly signedAt: string }[];
};

/** JSON that is the same bytes for the same value: keys in the order they were made. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}

/** SHA-256 of the result as it stands in the archive: what is shown, printed and published. */
export function resultSha256(result: Result): string {
  return sha256Hex(strToU8(jsonText(result)));
}

/**
 * Every file of an archive but the manifest. Entries, judges and criteria appear by code: nobody
 * is named but those who signed.
 */
function filesOf(task: ResultTask, result: Result, facts: ArchiveFacts): [string, string][] {
  const { rules, finals, changes } = task;
  return [
    [FILES.result, jsonText(result)],
    [FILES.rules, jsonText(rules)],
    [FILES.entries, entriesText(task.entries)],
    [FILES.scores, scoresText(task)],
    [
      FILES.decision,
      jsonText({
        changes,
        signatures: facts.signatures,
        finals: finals.map(({ divisionId, entries, lines, planned }) => ({
          divisionId,
          entries,
          lines,
          planned,
        })),
      }),
    ],
    ...finals.map(({ preferences }, index): [string, string] => [
      FILES.final(index),
      pairsText(preferences),
    ]),
  ];
}

/**
 * The archive of a frozen result: a ZIP whose bytes depend on nothing but what is given. The
 * manifest names the model, its version, the seed, and the SHA-256 of every other file.
 */
export function writeArchive(
  task: ResultTask,
  facts: ArchiveFacts,
): { readonly bytes: Uint8Array; readonly result: Result; readonly resultSha256: string } {
  const result = decideResult(task);
  const files = filesOf(task, result, facts).map(([name, text]) => ({
    name,
    bytes: strToU8(text),
  }));
  const manifest = {
    format: ARCHIVE_FORMAT,
    formatVersion: ARCHIVE_VERSION,
    edition: facts.edition,
    province: facts.province,
    version: facts.version,
    frozenAt: facts.frozenAt,
    model: RESULT_MODEL,
    seed: task.seed,
    resultSha256: resultSha256(result),
    files: files.map(({ name, bytes }) => ({
      name,
      bytes: bytes.length,
      sha256: sha256Hex(bytes),
    })),
  };
  const all = [{ name: FILES.manifest as string, bytes: strToU8(jsonText(manifest)) }, ...files];
  return {
    bytes: zipSync(Object.fromEntries(all.map(({ name, bytes }) => [name, bytes])), {
      // The same moment on the calendar of every time zone: a ZIP knows local time only.
      mtime: new Date(1980, 0, 1),
      os: 3,
    }),
    result,
    resultSha256: manifest.resultSha256,
  };
}
