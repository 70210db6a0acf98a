import { strFromU8, unzipSync } from 'fflate';
import * as z from 'zod/mini';
import { sha256Hex } from '../../story/hash.ts';
import { decideResult, RESULT_MODEL, type Result } from '../results/decide-result.ts';
import { BandFinal, PrizeChange, ResultRules, type ResultTask } from '../results/result-task.ts';
import {
  entriesFrom,
  isTableFault,
  pairsFrom,
  scoresFrom,
  type TableFault,
} from './archive-tables.ts';
import { ARCHIVE_FORMAT, ARCHIVE_VERSION, FILES, jsonText, resultSha256 } from './write-archive.ts';

/** One thing that is not as the archive says. */
export type Difference = {
  readonly file: string;
  /** Where in the file: a path of keys, a line, or `sha256`. */
  readonly at: string;
  readonly archived: string | number | boolean | null;
  readonly recomputed: string | number | boolean | null;
};

export type Verdict = {
  readonly ok: boolean;
  /** Of the result that the sheets give; null where none can be computed. */
  readonly resultSha256: string | null;
  readonly differences: readonly Difference[];
};

/** Why the bytes are no archive at all. */
export type Unreadable = {
  readonly unreadable: 'not-zip' | 'too-large' | 'no-manifest' | 'manifest-malformed' | 'newer';
};

const MOST_ARCHIVE_BYTES = 32 * 2 ** 20;
/** Unpacked, all files together. */
const MOST_BYTES = 128 * 2 ** 20;
const MOST_FILES = 40;
const MOST_DIFFERENCES = 200;

const Sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const Manifest = z.object({
  format: z.literal(ARCHIVE_FORMAT),
  formatVersion: z.int(),
  model: z.object({ name: z.string(), version: z.int() }),
  seed: z.int().check(z.gte(0), z.lte(2 ** 32)),
  resultSha256: Sha256,
  files: z
    .array(z.object({ name: z.string(), bytes: z.int(), sha256: Sha256 }))
    .check(z.maxLength(MOST_FILES)),
});
const Decision = z.object({
  changes: z.array(PrizeChange).check(z.maxLength(100_000)),
  finals: z.array(z.omit(BandFinal, { preferences: true })).check(z.maxLength(30)),
});

/**
 * Recomputes a frozen result from the sheets in its archive and says every difference, at most 200.
 * Any bytes may be given: what is no archive, or unpacks to more than 128 MB, is `unreadable`.
 */
export function verifyArchive(bytes: Uint8Array): Verdict | Unreadable {
  const files = unpacked(bytes);
  if ('unreadable' in files) return files;
  const manifestText = files.get(FILES.manifest);
  if (manifestText === undefined) return { unreadable: 'no-manifest' };
  const manifest = parsedJson(Manifest, manifestText);
  if (manifest === null) return { unreadable: 'manifest-malformed' };
  if (manifest.formatVersion !== ARCHIVE_VERSION || manifest.model.version > RESULT_MODEL.version) {
    return { unreadable: 'newer' };
  }
  const differences = [...againstManifest(files, manifest)];
  const task = taskFrom(files, manifest.seed);
  if ('file' in task) {
    const known = differences.some(({ file }) => file === task.file);
    if (!known) differences.push(task);
    return { ok: false, resultSha256: null, differences };
  }
  const result = decideResult(task);
  const archived = parsedJson(z.unknown(), files.get(FILES.result)!);
  const recomputed: unknown = JSON.parse(jsonText(result));
  differences.push(...valuesThatDiffer(archived, recomputed, ''));
  const sha256 = resultSha256(result);
  if (sha256 !== manifest.resultSha256) {
    differences.push({
      file: FILES.manifest,
      at: 'resultSha256',
      archived: manifest.resultSha256,
      recomputed: sha256,
    });
  }
  return {
    ok: differences.length === 0,
    resultSha256: sha256,
    differences: differences.slice(0, MOST_DIFFERENCES),
  };
}

/** The result that an archive states, unverified; null where it cannot be read. */
export function readArchivedResult(bytes: Uint8Array): Result | null {
  const files = unpacked(bytes);
  const text = 'unreadable' in files ? undefined : files.get(FILES.result);
  return text === undefined ? null : (parsedJson(z.unknown(), text) as Result | null);
}

function unpacked(bytes: Uint8Array): Map<string, Uint8Array> | Unreadable {
  if (bytes.length > MOST_ARCHIVE_BYTES) return { unreadable: 'too-large' };
  let total = 0;
  let count = 0;
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes, {
      // The stated size bounds what is unpacked, also where it is a lie.
      filter: ({ originalSize }) => {
        total += originalSize;
        count += 1;
        return total <= MOST_BYTES && count <= MOST_FILES;
      },
    });
  } catch {
    // Whatever the library stumbles over, it is no archive of ours.
    return { unreadable: 'not-zip' };
  }
  if (total > MOST_BYTES || count > MOST_FILES) return { unreadable: 'too-large' };
  return new Map(Object.entries(files));
}

function parsedJson<S extends z.core.$ZodType>(
  schema: S,
  bytes: Uint8Array,
): z.core.output<S> | null {
  let value: unknown;
  try {
    value = JSON.parse(strFromU8(bytes));
  } catch {
    return null;
  }
  const parsed = z.safeParse(schema, value);
  return parsed.success ? parsed.data : null;
}

function againstManifest(
  files: ReadonlyMap<string, Uint8Array>,
  manifest: z.infer<typeof Manifest>,
): Difference[] {
  const listed = new Map(manifest.files.map(({ name, sha256 }) => [name, sha256]));
  const extra = [...files.keys()].filter((name) => name !== FILES.manifest && !listed.has(name));
  return [
    ...manifest.files.flatMap(({ name, sha256 }): Difference[] => {
      const bytes = files.get(name);
      const found = bytes === undefined ? null : sha256Hex(bytes);
      return found === sha256
        ? []
        : [{ file: name, at: 'sha256', archived: sha256, recomputed: found }];
    }),
    ...extra.map((name) => ({
      file: name,
      at: 'sha256',
      archived: null,
      recomputed: 'not listed',
    })),
  ];
}

/** The task that the files state, or the first thing in them that cannot be read. */
function taskFrom(files: ReadonlyMap<string, Uint8Array>, seed: number): ResultTask | Difference {
  const missing = [FILES.result, FILES.rules, FILES.entries, FILES.scores, FILES.decision].find(
    (name) => !files.has(name),
  );
  if (missing !== undefined) return fault(missing, 'sha256');
  const rules = parsedJson(ResultRules, files.get(FILES.rules)!);
  if (rules === null) return fault(FILES.rules, '');
  const decision = parsedJson(Decision, files.get(FILES.decision)!);
  if (decision === null) return fault(FILES.decision, '');
  const entries = entriesFrom(strFromU8(files.get(FILES.entries)!));
  if (isTableFault(entries)) return faultAt(FILES.entries, entries);
  const scores = scoresFrom(strFromU8(files.get(FILES.scores)!), rules);
  if (isTableFault(scores)) return faultAt(FILES.scores, scores);
  const finals: BandFinal[] = [];
  for (const [index, final] of decision.finals.entries()) {
    const name = FILES.final(index);
    const bytes = files.get(name);
    if (bytes === undefined) return fault(name, 'sha256');
    const preferences = pairsFrom(strFromU8(bytes), final.entries);
    if (isTableFault(preferences)) return faultAt(name, preferences);
    finals.push({ ...final, preferences: [...preferences] });
  }
  return { rules, entries, scores, finals, changes: decision.changes, seed };
}

const fault = (file: string, at: string): Difference => ({
  file,
  at,
  archived: null,
  recomputed: null,
});
const faultAt = (file: string, { line }: TableFault) => fault(file, `line ${line}`);

function valuesThatDiffer(archived: unknown, recomputed: unknown, at: string): Difference[] {
  if (archived === recomputed) return [];
  if (isObject(archived) && isObject(recomputed)) {
    const keys = new Set([...Object.keys(archived), ...Object.keys(recomputed)]);
    return [...keys].flatMap((key) =>
      valuesThatDiffer(archived[key], recomputed[key], at === '' ? key : `${at}.${key}`),
    );
  }
  return [{ file: FILES.result, at, archived: shown(archived), recomputed: shown(recomputed) }];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function shown(value: unknown): Difference['archived'] {
  if (value === undefined || value === null) return null;
  if (typeof value === 'object') return Array.isArray(value) ? '[…]' : '{…}';
  return value as string | number | boolean;
}
