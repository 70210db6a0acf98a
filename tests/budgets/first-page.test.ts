import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { routeWeights } from './route-weights.ts';

describe('kilobytes of JavaScript, gzip (1 kB = 1000 bytes)', () => {
  const { signInKb, harbourKb, studioAddsKb } = routeWeights(
    join(inject('hostFolder'), 'dist/web'),
  );

  test('the larger of sign-in and harbour stays within 170', () => {
    console.log(
      `figure: sign-in page ${signInKb} kB, harbour ${harbourKb} kB of JavaScript (gzip)`,
    );
    expect(Math.max(signInKb, harbourKb)).toBeLessThanOrEqual(170);
  });

  test('the studio adds at most 160', () => {
    console.log(`figure: the studio adds ${studioAddsKb} kB of JavaScript (gzip)`);
    expect(studioAddsKb).toBeLessThanOrEqual(160);
  });
});
