import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Locale, Translate } from '@i18n/translate.ts';
import { verifyArchive } from '@domain/judging/archive/verify-archive.ts';
import { agreementOf } from '@domain/judging/models/agreement.ts';
import { fitPairs } from '@domain/judging/models/bradley-terry.ts';
import { fitRatings, MODELS, type Model } from '@domain/judging/models/fit-report.ts';
import type { Rating } from '@domain/judging/models/rating-table.ts';
import { firstOnOtherScale, rescaled } from '@domain/judging/models/rescale.ts';
import { readComparisons } from './comparisons-csv.ts';
import { inputFault, isInputFault } from './input-fault.ts';
import { readRatings, type RatingRow } from './ratings-csv.ts';

export type JudgingLine = {
  /** After the word `judging`. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly translatorFor: (locale: Locale) => Translate;
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
};

type Asked =
  | {
      readonly verb: 'fit';
      readonly file: string;
      readonly model: Model;
      readonly levels: number | null;
    }
  | { readonly verb: 'agreement' | 'pairs' | 'verify'; readonly file: string };

/**
 * `judging fit|agreement|pairs FILE.csv`: one line of JSON on standard output and exit code 0, or
 * `FILE:LINE: what is wrong` on standard error and exit code 2. `judging verify ARCHIVE`: the same,
 * and exit code 1 where the archive differs from what its sheets give. Files are named relative to where
 * the person stands (npm runs scripts in the project's folder, and keeps the other in INIT_CWD).
 */
export async function runJudging(line: JudgingLine): Promise<number> {
  const { args, env, translatorFor, print, complain } = line;
  const asked = readArgs(args);
  const t = translatorFor(/--lang[= ]en\b/.test(args.join(' ')) ? 'en' : 'vi');
  if (asked === null) {
    complain(t('cli.judging.usage'));
    return 2;
  }
  try {
    const bytes = await bytesOf(resolve(env['INIT_CWD'] ?? '.', asked.file));
    const said = answer(asked, bytes);
    print(JSON.stringify(said));
    return 'ok' in said && !said.ok ? 1 : 0;
  } catch (error) {
    if (!isInputFault(error)) throw error;
    complain(`${asked.file}:${error.line}: ${t(error.key, error.values)}`);
    return 2;
  }
}

function readArgs(args: readonly string[]): Asked | null {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    if (error instanceof TypeError && 'code' in error) return null;
    throw error;
  }
  const [verb, file, ...rest] = parsed.positionals;
  const { model, rescale } = parsed.values;
  if (file === undefined || rest.length > 0) return null;
  if (verb === 'agreement' || verb === 'pairs' || verb === 'verify') {
    return model === undefined && rescale === undefined ? { verb, file } : null;
  }
  const known = MODELS.find((name) => name === model);
  if (verb !== 'fit' || known === undefined) return null;
  if (rescale === undefined) return { verb, file, model: known, levels: null };
  const levels = Number(rescale);
  const makesSense = known === 'mfrm' && /^\d+$/.test(rescale) && levels >= 2;
  return makesSense ? { verb, file, model: known, levels } : null;
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    options: {
      model: { type: 'string' },
      rescale: { type: 'string' },
      json: { type: 'boolean' },
      lang: { type: 'string' },
    },
    allowPositionals: true,
  });
}

async function bytesOf(path: string): Promise<Uint8Array> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw inputFault(1, 'cli.judging.unreadable', { code: error.code ?? error.message });
  });
}

function answer(asked: Asked, bytes: Uint8Array) {
  switch (asked.verb) {
    case 'fit': {
      const rows = readRatings(bytes);
      return fitRatings(
        asked.model === 'mfrm' ? onOneScale(rows, asked.levels) : rows,
        asked.model,
      );
    }
    case 'agreement':
      return agreementOf(readRatings(bytes));
    case 'pairs':
      return fitPairs(readComparisons(bytes));
    case 'verify': {
      const verdict = verifyArchive(bytes);
      if (!('unreadable' in verdict)) return verdict;
      throw inputFault(1, `cli.judging.archive.${verdict.unreadable}`);
    }
  }
}

function onOneScale(rows: readonly RatingRow[], levels: number | null): readonly Rating[] {
  if (levels !== null) {
    if (rows[0]!.max === null) throw inputFault(1, 'cli.judging.rescaleNeedsMax');
    return rescaled(rows, levels);
  }
  const other = firstOnOtherScale(rows);
  if (other === null) return rows;
  throw inputFault(rows[other]!.line, 'cli.judging.scalesDiffer', {
    max: String(rows[other]!.max),
    before: String(rows[0]!.max),
  });
}
