import { expect, it } from 'vitest';
import { PALETTE } from '../palette.ts';
import { colourOf, hslOf } from './colour-space.ts';

it('says every colour of the palette so that mixing it again comes close', () => {
  for (const { colour } of PALETTE) {
    const again = colourOf(hslOf(colour));
    for (const shift of [16, 8, 0]) {
      expect(Math.abs(((again >> shift) & 255) - ((colour >> shift) & 255))).toBeLessThanOrEqual(3);
    }
  }
});
