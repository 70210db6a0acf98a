import { describe, expect, test } from 'vitest';
import lock from '../package-lock.json' with { type: 'json' };
import manifest from '../package.json' with { type: 'json' };

type Entry = {
  version?: string;
  resolved?: string;
  dev?: boolean;
  hasInstallScript?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
};

const packages = Object.entries(lock.packages as Record<string, Entry>);
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 13);

/** Packages whose own code comes as one optional package per platform. */
const native = packages.filter(
  ([, entry]) =>
    entry.os?.length !== 1 &&
    Object.keys(entry.optionalDependencies ?? {}).some((name) =>
      /(win32|windows|linux|darwin)/.test(name),
    ),
);

const PLATFORMS = [
  { os: 'win32', cpu: 'x64' },
  { os: 'linux', cpu: 'x64' },
  { os: 'darwin', cpu: 'arm64' },
];

function buildsFor(entry: Entry, { os, cpu }: { os: string; cpu: string }) {
  const wanted = Object.keys(entry.optionalDependencies ?? {});
  return packages.filter(
    ([path, build]) =>
      wanted.includes(nameOf(path)) && build.os?.includes(os) && build.cpu?.includes(cpu),
  );
}

describe('the lock file', () => {
  test('names the native packages this project stands on', () => {
    const names = native.map(([path]) => nameOf(path));
    expect(names).toEqual(
      expect.arrayContaining([
        '@napi-rs/canvas',
        '@node-rs/argon2',
        'libsql',
        'lightningcss',
        'rolldown',
      ]),
    );
  });

  const cases = native.flatMap(([path, entry]) =>
    PLATFORMS.map((platform) => ({
      name: nameOf(path),
      entry,
      platform,
      label: `${platform.os}-${platform.cpu}`,
    })),
  );
  test.each(cases)('holds $name for $label', ({ entry, platform }) => {
    expect(buildsFor(entry, platform)).not.toEqual([]);
  });

  test('names no host, so that each place installs from its own registry', () => {
    expect(packages.flatMap(([, { resolved }]) => resolved ?? [])).toEqual([]);
  });

  test('runs no install script for `npm start`', () => {
    const scripted = packages.filter(([, entry]) => entry.hasInstallScript && !entry.dev);
    expect(scripted.map(([path]) => path)).toEqual([]);
  });

  test('every install script was decided upon', () => {
    const decided: Record<string, boolean> = manifest.allowScripts;
    const scripted = packages.filter(([, entry]) => entry.hasInstallScript);
    expect(scripted.map(([path]) => nameOf(path)).filter((name) => !(name in decided))).toEqual([]);
  });
});
