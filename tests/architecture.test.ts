import { beforeAll, describe, expect, test } from 'vitest';
import { cruiseWith } from './architecture/mirror.ts';
import { BOUNDARIES } from './architecture/rules.ts';
import { shippedSources } from './architecture/sources.ts';

const RULES = BOUNDARIES.map(({ rule }) => rule);

type Outcome = { modules: readonly string[]; broken: ReadonlyMap<string, readonly string[]> };

async function outcome(...args: Parameters<typeof cruiseWith>): Promise<Outcome> {
  const { modules, summary } = await cruiseWith(...args);
  const broken = new Map<string, string[]>();
  for (const { rule, from, to } of summary.violations) {
    broken.set(rule.name, [...(broken.get(rule.name) ?? []), `${from} → ${to}`]);
  }
  return { modules: modules.map((module) => module.source), broken };
}

describe('boundaries', () => {
  let asIs: Outcome;
  let withPlants: Outcome;

  beforeAll(async () => {
    asIs = await outcome(RULES);
    const planted = BOUNDARIES.flatMap((boundary) => boundary.planted);
    withPlants = await outcome(RULES, planted);
  });

  test('every file that ships is looked at', () => {
    const shipped = shippedSources().map(({ path }) => path);
    expect(shipped.length).toBeGreaterThan(50);
    const seen = new Set(asIs.modules);
    expect(shipped.filter((path) => !path.startsWith('content/') && !seen.has(path))).toEqual([]);
  });

  test.each(BOUNDARIES)('$rule.name holds', ({ rule }) => {
    expect(asIs.broken.get(rule.name!) ?? []).toEqual([]);
  });

  const plants = BOUNDARIES.flatMap(({ rule, planted }) =>
    planted
      .filter((file) => file.imports.length > 0)
      .map((file) => ({ name: rule.name!, path: file.path, imports: file.imports.join(', ') })),
  );
  test.each(plants)('$name catches $imports in $path', ({ name, path }) => {
    const caught = withPlants.broken.get(name) ?? [];
    expect(caught.filter((line) => line.includes(path))).not.toEqual([]);
  });
});
