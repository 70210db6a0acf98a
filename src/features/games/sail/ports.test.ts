import { expect, test } from 'vitest';
import { distanceNm } from '@domain/kernel/sphere.ts';
import { ADDRESSEES, HOME, PORTS, portsInSight } from './ports.ts';

test('every special zone can be sailed to from home, leg by leg, and no leg crosses land', () => {
  const reached = new Set([HOME]);
  for (const id of reached) for (const port of portsInSight(id)) reached.add(port.id);
  expect(ADDRESSEES).toHaveLength(13);
  expect([...ADDRESSEES].filter((id) => !reached.has(id))).toEqual([]);
  expect(portsInSight(HOME).map(({ id }) => id)).not.toContain('zone-phu-quoc');
});

test('the nearest port comes first', () => {
  const home = PORTS.find(({ id }) => id === HOME)!;
  const miles = portsInSight(HOME).map((port) => distanceNm(home, port));
  expect(miles).toEqual(miles.toSorted((a, b) => a - b));
});
