import { areaOf, isConvex, type Pixels, type Quad, scaledBy, type Size } from './geometry.ts';
import { edgesOf, lightOf, paperMasks, shrunk } from './paper-masks.ts';
import { quadOf } from './quad-of-mask.ts';
import { refined, supportOf } from './refine-quad.ts';

const LEAST_SHARE = 0.08;
const LEAST_SUPPORT = 0.34;

function anglesAreFair(quad: Quad): boolean {
  return quad.every((corner, i) => {
    const before = quad[(i + 3) % 4]!;
    const after = quad[(i + 1) % 4]!;
    const [ax, ay] = [before.x - corner.x, before.y - corner.y];
    const [bx, by] = [after.x - corner.x, after.y - corner.y];
    const cosine = (ax * bx + ay * by) / (Math.hypot(ax, ay) * Math.hypot(bx, by));
    return Math.abs(cosine) < 0.75;
  });
}

function within(quad: Quad, { width, height }: Size): Quad {
  return quad.map(({ x, y }) => ({
    x: Math.min(width, Math.max(0, x)),
    y: Math.min(height, Math.max(0, y)),
  })) as unknown as Quad;
}

/** Half a hundredth of the sheet is given away on each side, so that no rim of the table is seen. */
function drawnIn(quad: Quad): Quad {
  const x = quad.reduce((sum, corner) => sum + corner.x, 0) / 4;
  const y = quad.reduce((sum, corner) => sum + corner.y, 0) / 4;
  return quad.map((corner) => ({
    x: corner.x + (x - corner.x) * 0.01,
    y: corner.y + (y - corner.y) * 0.01,
  })) as unknown as Quad;
}

/**
 * The corners of the sheet in a photograph, in its pixels; null when no four-sided thing stands out.
 * Several guesses at what is sheet and what is table are made, and the one whose outline shows best in
 * the photograph wins.
 */
export function findCorners(photo: Pixels): Quad | null {
  const { image, by } = shrunk(photo);
  const light = lightOf(image);
  const edges = edgesOf(light);
  const frame = image.width * image.height;
  let best: { quad: Quad; score: number } | null = null;
  for (const mask of paperMasks(light, edges)) {
    const rough = quadOf(mask);
    if (rough === null) continue;
    const quad = within(refined(rough, light), image);
    const share = areaOf(quad) / frame;
    if (share < LEAST_SHARE || !isConvex(quad) || !anglesAreFair(quad)) continue;
    const support = supportOf(quad, light);
    if (support < LEAST_SUPPORT) continue;
    const filled = Math.min(mask.area, areaOf(quad)) / Math.max(mask.area, areaOf(quad));
    const score = support * filled * filled * share ** 0.25;
    if (best === null || score > best.score) best = { quad, score };
  }
  return best && within(drawnIn(scaledBy(best.quad, by)), photo);
}
