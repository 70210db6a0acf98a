import { describe, expect, it } from 'vitest';
import { buildContest, buildEntry, buildPupil } from '@tests/fixtures/builders.ts';
import { DATABASES } from '@tests/fixtures/databases.ts';
import { preparePages } from './prepare-pages.ts';

describe.each(DATABASES)('pages made ready on $name', ({ open }) => {
  async function twoEntries() {
    const { world, schoolClass } = await buildContest(await open());
    for (const _ of [1, 2]) await buildEntry(world, await buildPupil(world, schoolClass));
    let rendered = 0;
    const deps = {
      ...world.deps,
      renderPage: async () => {
        rendered += 1;
        return new Uint8Array([rendered]);
      },
    };
    return { deps, rendered: () => rendered };
  }

  it('renders every submitted page once, and nothing the second time', async () => {
    const { deps, rendered } = await twoEntries();
    const prepared = new Set<string>();
    await preparePages(deps, prepared, () => true);
    // Both entries of the builder tell the same story: two pages, one picture.
    expect(rendered()).toBe(2);
    await preparePages(deps, prepared, () => true);
    await preparePages(deps, new Set(), () => true);
    expect(rendered()).toBe(2);
  });

  it('stops before the next page when somebody comes', async () => {
    const { deps, rendered } = await twoEntries();
    await preparePages(deps, new Set(), () => rendered() < 1);
    expect(rendered()).toBe(1);
  });
});
