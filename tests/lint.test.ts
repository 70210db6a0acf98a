import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from './architecture/sources.ts';

/** Files that break a rule of the linter’s configuration, and the rule that must say so. */
const PLANTED = [
  ['react/jsx-no-literals', 'src/features/a/children.tsx', 'export const A = () => <p>chào</p>;'],
  ['react/jsx-no-literals', 'src/ui/name.tsx', 'export const A = () => <i aria-label="chào" />;'],
  ['eslint/no-restricted-properties', 'src/domain/a/clock.ts', 'export const a = Date.now();'],
  ['eslint/no-restricted-properties', 'src/domain/a/dice.ts', 'export const a = Math.random();'],
  ['eslint/no-restricted-globals', 'src/features/a/net.ts', "export const a = () => fetch('/');"],
  ['eslint/no-restricted-globals', 'src/ui/disk.ts', 'export const a = () => localStorage.a;'],
  ['eslint/no-console', 'functions/src/api/loud.ts', 'console.log(1);'],
  ['eslint/no-empty', 'src/platform/silent.ts', 'try { JSON.parse("") } catch {}'],
  ['eslint/max-lines', 'src/ui/long.ts', 'export {};\n'.repeat(401)],
  ['typescript/no-explicit-any', 'src/ui/loose.ts', 'export const a = (b: any) => b;'],
  ['import/no-default-export', 'src/ui/nameless.ts', 'export default 1;'],
  ['oxc/no-barrel-file', 'src/ui/barrel.ts', "export * from './nameless.ts';"],
  [
    'react-hooks/rules-of-hooks',
    'src/ui/hooks.tsx',
    "import { useState } from 'react';\nexport function A(p: { b: boolean }) {\n" +
      '  if (p.b) useState(1);\n  return null;\n}',
  ],
  ['jsx-a11y/alt-text', 'src/ui/image.tsx', 'export const A = () => <img src="/a.webp" />;'],
  ['unicorn/filename-case', 'src/ui/CamelCase.ts', 'export const a = 1;'],
] as const;

type Diagnostic = { code: string; filename: string };

let root: string;
let found: string[];

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'lint-'));
  cpSync(join(ROOT, '.oxlintrc.json'), join(root, '.oxlintrc.json'));
  for (const [, path, text] of PLANTED) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const oxlint = join(ROOT, 'node_modules/oxlint/bin/oxlint');
  let output = '';
  try {
    execFileSync(process.execPath, [oxlint, '--format', 'json'], { cwd: root });
  } catch (failed) {
    // It ends with 1 because it found what was planted.
    output = String((failed as { stdout: Buffer }).stdout);
  }
  const { diagnostics } = JSON.parse(output) as { diagnostics: Diagnostic[] };
  found = diagnostics.map(({ code, filename }) => `${code} ${filename.replaceAll('\\', '/')}`);
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

test.each(PLANTED)('%s is found in %s', (rule, path) => {
  const [plugin, name] = rule.split('/');
  expect(found).toContain(`${plugin}(${name}) ${path}`);
});

// The linter measures TypeScript only.
test('no style sheet grows beyond 400 lines', () => {
  const sheets = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.css'),
  );
  expect(sheets.length).toBeGreaterThan(10);
  const long = sheets.filter(
    (path) => readFileSync(join(ROOT, 'src', path), 'utf8').split('\n').length > 400,
  );
  expect(long).toEqual([]);
});
