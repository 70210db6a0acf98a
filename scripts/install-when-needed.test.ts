import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { missingPackages } from './install-when-needed.mjs';

type Entry = { version: string; dev?: true; optional?: true; os?: string[]; cpu?: string[] };

const LOCKED: Record<string, Entry> = {
  'node_modules/hono': { version: '4.0.0' },
  'node_modules/vitest': { version: '4.1.0', dev: true },
  'node_modules/sharp-here': {
    version: '1.0.0',
    optional: true,
    os: [process.platform],
    cpu: [process.arch],
  },
  'node_modules/sharp-elsewhere': { version: '1.0.0', optional: true, os: ['plan9'] },
  'node_modules/only-elsewhere-needs-it': { version: '1.0.0', optional: true },
};

let root: string;

function install(packages: Record<string, Entry>) {
  for (const path of Object.keys(packages)) {
    mkdirSync(join(root, path), { recursive: true });
    writeFileSync(join(root, path, 'package.json'), '{}');
  }
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  writeFileSync(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages }));
}

function pickPaths(...names: string[]) {
  return Object.fromEntries(
    names.map((name) => [`node_modules/${name}`, LOCKED[`node_modules/${name}`]!]),
  );
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'installed-'));
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: LOCKED }));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('what is missing', () => {
  test('everything for this platform, after a clone', () => {
    expect(missingPackages({ withDevelopment: false, root })).toEqual([
      'node_modules/hono',
      'node_modules/sharp-here',
    ]);
  });

  test('nothing when only development packages are absent', () => {
    install(pickPaths('hono', 'sharp-here'));
    expect(missingPackages({ withDevelopment: false, root })).toEqual([]);
    expect(missingPackages({ withDevelopment: true, root })).toEqual(['node_modules/vitest']);
  });

  test('a package at another version than the locked one', () => {
    install({ ...pickPaths('sharp-here'), 'node_modules/hono': { version: '3.9.9' } });
    expect(missingPackages({ withDevelopment: false, root })).toEqual(['node_modules/hono']);
  });

  test('a package whose folder somebody deleted', () => {
    install(pickPaths('hono', 'sharp-here'));
    rmSync(join(root, 'node_modules/hono'), { recursive: true });
    expect(missingPackages({ withDevelopment: false, root })).toEqual(['node_modules/hono']);
  });

  test('everything when npm was cut off before it wrote down what it did', () => {
    install(pickPaths('hono', 'sharp-here'));
    rmSync(join(root, 'node_modules/.package-lock.json'));
    expect(missingPackages({ withDevelopment: false, root })).toHaveLength(2);
  });
});
