import { spawn } from 'node:child_process';
import { ROOT } from './root.mjs';

/**
 * Runs a program to its end. Resolves with its exit code and everything it wrote, in order;
 * a program that cannot be started counts as code 127.
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...options,
    });
    const chunks = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    child.once('error', (error) => resolve({ code: 127, output: String(error) }));
    child.once('close', (code) =>
      resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8') }),
    );
  });
}

export function runNode(args, options) {
  return run(process.execPath, args, options);
}

/** The npm that started us, or the one on the path (a .cmd file on Windows, hence the shell). */
export function runNpm(args, options) {
  const own = process.env.npm_execpath;
  if (own?.endsWith('npm-cli.js')) return runNode([own, ...args], options);
  const onWindows = process.platform === 'win32';
  return run(onWindows ? 'npm.cmd' : 'npm', args, { shell: onWindows, ...options });
}
