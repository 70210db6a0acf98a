import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { version } from '../../package.json';
import { LOG_OPTIONS } from './api/log-options.ts';
import { readConfig } from './config.ts';
import { consoleTranslator, readyText } from './embedded/console-text.ts';
import { isFault } from './embedded/fault.ts';
import { type Running, startHost } from './embedded/start.ts';

/** Both as source and as dist/server/embedded.js, this file lies two folders below the project. */
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** SIGBREAK and SIGHUP are Windows closing the console; SIGTERM never reaches a process there. */
const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGBREAK', 'SIGHUP'] as const;

const say = (text: string) => void process.stdout.write(text);

function giveUp(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

// Whatever this process writes holds children's names or drawings: for its own user alone.
process.umask(0o077);

const config = readConfig(process.env, process.argv.slice(2));
if ('wrongSetting' in config) {
  const t = consoleTranslator('vi');
  giveUp(t('host.settingWrong', { name: config.wrongSetting }));
}
const t = consoleTranslator(config.language);
const level = config.logLevel ?? (process.stderr.isTTY ? 'warn' : 'info');
const log = pino({ ...LOG_OPTIONS, level }, pino.destination({ dest: 2, sync: true }));

const running: Running = await startHost(config, { version, root: ROOT, log }).catch(
  (error: unknown) => {
    if (isFault(error)) giveUp(t(error.messageKey, error.values));
    throw error;
  },
);

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  say(`\n${t('host.stopping')}\n`);
  await running.stop();
  say(`${t('host.stopped')}\n`);
  process.exit(0);
}

for (const signal of STOP_SIGNALS) process.on(signal, () => void stop());
process.on('message', (message) => {
  if (message === 'stop') void stop();
});
say(readyText(t, running.facts));
process.send?.('ready');
