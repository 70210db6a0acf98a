import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  createTestSurface,
  differingPixels,
  pixelsOf,
  testStudio,
} from '@tests/fixtures/node-painting.ts';
import { timedStrokes } from '@tests/fixtures/step-arbitraries.ts';
import { quarterSize, quarterX, quarterY } from '../limits.ts';
import { paintInk } from './ink.ts';
import { toPagePx } from './ink-kit.ts';

const { kit } = testStudio();

it('keeps to its part of the page, whichever tool', () => {
  const boundless = {
    ...kit,
    scratch: (like: Parameters<typeof kit.scratch>[0]) => kit.scratch(like),
  };
  fc.assert(
    fc.property(timedStrokes, ({ x, y, size, ...look }) => {
      const stroke = {
        ...look,
        opacity: 180,
        size: quarterSize(4 + (size % 120)),
        x: x.map((at, i) => quarterX(200 + (Math.abs(at) % 700) + i * 9)),
        y: y.map((at, i) => quarterY(150 + (Math.abs(at) % 500) + i * 9)),
      };
      const [within, without] = [kit, boundless].map((own) => {
        const surface = createTestSurface(200, 150);
        toPagePx(surface);
        // Something that a scratch surface may have kept from before.
        paintInk(surface, { ...stroke, tool: 'marker', x: stroke.y, y: stroke.x }, own);
        paintInk(surface, stroke, own);
        return pixelsOf(surface);
      });
      expect(differingPixels(within!, without!)).toBe(0);
    }),
    { numRuns: 20 },
  );
});
