import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { IDEAS } from './ideas.ts';

const pack = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../../content/stamps/pack.json'), 'utf8'),
) as { readonly items: readonly { readonly id: string; readonly group: string }[] };

it('names drawings and scenes that are in the pack', () => {
  const groupOf = new Map(pack.items.map(({ id, group }) => [id, group]));
  expect(IDEAS).toHaveLength(12);
  for (const { picture, scene } of IDEAS) {
    expect(groupOf.get(picture)).toBeDefined();
    expect(groupOf.get(scene)).toBe('backgrounds');
  }
});
