import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hashInputs, isBuildFresh } from './build-when-stale.mjs';

let root: string;

function write(path: string, text: string) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function finishBuild() {
  for (const path of ['dist/web/index.html', 'dist/server/embedded.js', 'dist/server/cli.js']) {
    write(path, 'built');
  }
  write('dist/.build-stamp.json', `${JSON.stringify({ inputs: hashInputs(root) })}\n`);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'built-'));
  write('src/app/main.tsx', 'one');
  write('functions/src/embedded.ts', 'two');
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('a build', () => {
  test('is fresh until something it is made from changes', () => {
    finishBuild();
    expect(isBuildFresh(root)).toBe(true);
    write('src/app/main.tsx', 'another');
    expect(isBuildFresh(root)).toBe(false);
  });

  test('is stale when a file got another name', () => {
    finishBuild();
    renameSync(join(root, 'src/app/main.tsx'), join(root, 'src/app/start.tsx'));
    expect(isBuildFresh(root)).toBe(false);
  });

  test('does not depend on tests, nor on what is installed or deployed', () => {
    finishBuild();
    write('src/app/main.test.tsx', 'test');
    write('functions/node_modules/x/index.js', 'x');
    write('functions/lib/firebase.js', 'x');
    expect(isBuildFresh(root)).toBe(true);
  });

  test('that was cut off is not fresh, even with all files in place', () => {
    finishBuild();
    rmSync(join(root, 'dist/.build-stamp.json'));
    expect(isBuildFresh(root)).toBe(false);
  });

  test('is not fresh when a bundle was deleted', () => {
    finishBuild();
    rmSync(join(root, 'dist/server'), { recursive: true });
    expect(isBuildFresh(root)).toBe(false);
  });
});
