import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.mjs';
import { runNode as runColourful } from './run.mjs';

const bin = (path) => join(ROOT, 'node_modules', path);
const VITEST = bin('vitest/vitest.mjs');

const runNode = (args) =>
  runColourful(args, { env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined } });

/** A program that is one check: it passes by ending well. */
const check = (...args) =>
  async function one() {
    const { code, output } = await runNode(args);
    return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output };
  };

/** A script that counts its own checks and says so in its last line, `N passed, N failed`. */
const counting = (...args) =>
  async function counted() {
    const { code, output } = await runNode(args);
    const line = output.match(/(\d+) passed, (\d+) failed\s*$/);
    const passed = line ? Number(line[1]) : code === 0 ? 1 : 0;
    const failed = line ? Number(line[2]) : code === 0 ? 0 : 1;
    return { passed, failed: code !== 0 && failed === 0 ? 1 : failed, output };
  };

/** Tests of vitest, counted by its own report; a run without a single test is a failure. */
const tests = (name, ...args) =>
  async function suite() {
    const report = join(ROOT, 'tests', 'artifacts', 'logs', `${name}.json`);
    rmSync(report, { force: true });
    const { code, output } = await runNode([
      VITEST,
      'run',
      ...args,
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ]);
    const { passed, failed } = countReport(report);
    const broke = code !== 0 && failed === 0;
    return { passed, failed: failed + (broke || passed + failed === 0 ? 1 : 0), output };
  };

function countReport(path) {
  try {
    const report = JSON.parse(readFileSync(path, 'utf8'));
    const brokenFiles = report.testResults.filter(
      (file) =>
        file.status === 'failed' && file.assertionResults.every((t) => t.status !== 'failed'),
    );
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + brokenFiles.length,
    };
  } catch {
    // No report: vitest itself did not start, which its exit code tells.
    return { passed: 0, failed: 0 };
  }
}

const HOST = ['--config', 'tests/host.vitest.config.ts'];
const MECHANICAL = ['architecture', 'lint', 'lockfile', 'text'].map(
  (name) => `tests/${name}.test.ts`,
);

/**
 * In the order in which they are begun. `weight` is how many cores a stage keeps busy, `after`
 * what it needs to have passed.
 */
export const STAGES = [
  { name: 'build', weight: 2, run: check('scripts/build.mjs') },
  // The longest, and half of it is waiting for a browser: everything else runs beside it.
  { name: 'e2e', weight: 1, after: 'build', run: tests('e2e', ...HOST, 'tests/e2e') },
  { name: 'format', weight: 1, run: check(bin('oxfmt/bin/oxfmt'), '--check') },
  { name: 'lint', weight: 1, run: check(bin('oxlint/bin/oxlint'), '--deny-warnings') },
  {
    name: 'duplicates',
    weight: 1,
    run: check(
      bin('jscpd/run-jscpd.js'),
      'src',
      'functions/src',
      'scripts',
      'tests',
      '--exit-code',
      '1',
      '--fail-on-empty',
    ),
  },
  { name: 'types', weight: 1, run: check(bin('typescript/bin/tsc'), '-p', 'tsconfig.json') },
  { name: 'domain types', weight: 1, run: check(bin('typescript/bin/tsc'), '-p', 'src/domain') },
  { name: 'boundaries', weight: 1, run: tests('boundaries', ...MECHANICAL) },
  {
    name: 'unit',
    weight: 1,
    run: tests('unit', ...MECHANICAL.flatMap((path) => ['--exclude', path])),
  },
  { name: 'budgets', weight: 1, after: 'build', run: tests('budgets', ...HOST, 'tests/budgets') },
  { name: 'faults', weight: 1, after: 'build', run: tests('faults', ...HOST, 'tests/faults') },
  { name: 'emulators', weight: 1, run: counting('tests/emulators/run.mjs') },
];
