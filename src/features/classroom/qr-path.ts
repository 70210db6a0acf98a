/** A square of dark and light modules; `dark(x, y)` with x to the right and y downwards from 0. */
export type Modules = { readonly size: number; readonly dark: (x: number, y: number) => boolean };

/** The light border a reader needs on every side, in modules (ISO/IEC 18004). */
export const QUIET_ZONE = 4;

/** The dark modules as one SVG path, a rectangle per horizontal run, one unit per module. */
export function qrPath({ size, dark }: Modules): string {
  const runs: string[] = [];
  for (let y = 0; y < size; y += 1) {
    let x = 0;
    while (x < size) {
      const start = x;
      while (x < size && dark(x, y)) x += 1;
      const length = x - start;
      if (length > 0) {
        runs.push(`M${start + QUIET_ZONE} ${y + QUIET_ZONE}h${length}v1h-${length}z`);
      }
      x += 1;
    }
  }
  return runs.join('');
}
