import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Locale, Translate } from '@i18n/translate.ts';
import { createFormatters } from '@i18n/format.ts';
import { Email } from '@domain/people/actor.ts';
import { isRefusalCode, Refusal } from '@domain/kernel/refusal.ts';
import { dataFolder } from '@server/adapters/embedded/data-folder.ts';
import { sizeOf } from '@server/adapters/embedded/whole-file.ts';
import type { Clock } from '@server/ports/clock.ts';
import type { Randomness } from '@server/ports/randomness.ts';
import { type OpenDatabase, openDatabase } from '@server/store/database.ts';
import { migrate } from '@server/store/migrate.ts';
import { resetAccount } from '@server/usecases/reset-account.ts';
import { backup } from './backup.ts';
import { runJudging } from './judging/run-judging.ts';
import { isProblem, problem } from './problem.ts';
import { restore } from './restore.ts';

export type CommandLine = {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly translatorFor: (locale: Locale) => Translate;
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
};

const OPTIONS = {
  data: { type: 'string' },
  url: { type: 'string' },
  lang: { type: 'string', default: 'vi' },
  help: { type: 'boolean', default: false },
} as const satisfies ParseArgsConfig['options'];

type Options = { readonly data?: string | undefined; readonly url?: string | undefined };

/**
 * Runs one command; the exit code is 0, or 1 with a reason on standard error. The commands of
 * `judging` have exit codes of their own.
 */
export async function runCommand(line: CommandLine): Promise<number> {
  if (line.args[0] === 'judging') return runJudging({ ...line, args: line.args.slice(1) });
  const read = readArgs(line.args);
  const locale = read?.options.lang === 'en' ? 'en' : 'vi';
  const t = line.translatorFor(locale);
  if (read === null || read.words.length === 0 || read.options.help) {
    const asked = read?.options.help === true;
    (asked ? line.print : line.complain)(t('cli.usage'));
    return asked ? 0 : 1;
  }
  try {
    await command(line, read.words, read.options, t, locale);
    return 0;
  } catch (error) {
    line.complain(sayFault(error, t));
    return 1;
  }
}

function readArgs(args: readonly string[]) {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      options: OPTIONS,
      allowPositionals: true,
    });
    return { words: positionals, options: values };
  } catch (error) {
    if (error instanceof TypeError && 'code' in error) return null;
    throw error;
  }
}

async function command(
  line: CommandLine,
  words: readonly string[],
  options: Options,
  t: Translate,
  locale: Locale,
): Promise<void> {
  const format = createFormatters(locale);
  const [verb = '', object = '', email = ''] = words;
  if (verb === 'backup' && words.length === 2) {
    if (line.env['DATABASE_URL']) throw problem('cli.postgresBackup');
    const report = await backup(dataOf(options), object, line);
    line.print(
      t('cli.backupDone', {
        folder: object,
        fileCount: format.integer(report.fileCount),
        megabytes: format.integer(Math.ceil(report.sizeBytes / 1_000_000)),
      }),
    );
    for (const hash of report.lost) line.complain(t('cli.blobLost', { hash }));
    if (report.lost.length > 0) throw problem('cli.blobsLost', { count: report.lost.length });
  } else if (verb === 'restore' && words.length === 2) {
    const data = dataOf(options);
    const { fileCount, madeAt } = await restore(object, data);
    line.print(
      t('cli.restoreDone', {
        folder: data,
        fileCount: format.integer(fileCount),
        madeAt: format.dateTime(madeAt),
      }),
    );
  } else if (verb === 'user' && object === 'reset' && words.length === 3) {
    const link = await resetUser(line, email, options);
    line.print(t('cli.resetDone', { email, link }));
  } else {
    throw problem('cli.usage');
  }
}

function dataOf({ data }: Options): string {
  if (!data) throw problem('cli.dataNeeded');
  return data;
}

async function resetUser(line: CommandLine, given: string, options: Options): Promise<string> {
  const email = Email.safeParse(given);
  if (!email.success) throw problem('cli.emailWrong', { email: given });
  const opened = await openContest(line, options);
  const port = line.env['PORT'] ?? '4173';
  const publicUrl = options.url ?? line.env['PUBLIC_URL'] ?? `http://localhost:${port}`;
  const deps = { ...line, db: opened.db, publicUrl: publicUrl.replace(/\/+$/, '') };
  return resetAccount(deps, email.data).finally(opened.close);
}

async function openContest({ env }: CommandLine, options: Options): Promise<OpenDatabase> {
  const connectionString = env['DATABASE_URL'];
  if (connectionString) return migrated({ kind: 'postgres', connectionString });
  const folder = dataOf(options);
  const { database: file } = dataFolder(folder);
  if ((await sizeOf(file)) === null) throw problem('cli.noContest', { folder });
  return migrated({ kind: 'sqlite', file });
}

async function migrated(location: Parameters<typeof openDatabase>[0]): Promise<OpenDatabase> {
  const opened = await openDatabase(location);
  await migrate(opened);
  return opened;
}

/** The sentence for what the person can put right; a bug keeps its trace. */
function sayFault(error: unknown, t: Translate): string {
  if (isProblem(error)) return t(error.key, error.values);
  if (error instanceof Refusal && isRefusalCode(error.code)) return t(`errors.${error.code}`);
  if (error instanceof Error && 'code' in error && error.code === 'DATABASE_NEWER') {
    return t('cli.databaseNewer');
  }
  return `${t('cli.bug')}\n${error instanceof Error ? error.stack : String(error)}`;
}
