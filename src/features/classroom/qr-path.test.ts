import { expect, test } from 'vitest';
import { QUIET_ZONE, qrPath } from './qr-path.ts';

function modules(rows: readonly string[]) {
  return { size: rows.length, dark: (x: number, y: number) => rows[y]?.[x] === '#' };
}

test('draws each run of dark modules once, inside the quiet zone', () => {
  const at = (n: number) => n + QUIET_ZONE;
  expect(qrPath(modules(['##.', '..#', '###']))).toBe(
    [`M${at(0)} ${at(0)}h2v1h-2z`, `M${at(2)} ${at(1)}h1v1h-1z`, `M${at(0)} ${at(2)}h3v1h-3z`].join(
      '',
    ),
  );
});

test('draws nothing for light modules', () => {
  expect(qrPath(modules(['..', '..']))).toBe('');
});
