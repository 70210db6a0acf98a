import type { Bubble } from '../../scene.ts';
import type { Box, Place } from './box.ts';
import type { ObjectSurface } from './object-surface.ts';

const OUTLINE = '#132532';
const FILL: Readonly<Record<Exclude<Bubble, 'none'>, string>> = {
  speech: '#ffffff',
  thought: '#ffffff',
  shout: '#fff7d6',
  narration: '#fdf0cf',
};

/** Room between the text and the edge of the bubble, in ems. */
const PADDING: Readonly<Record<Bubble, Place>> = {
  none: { x: 0.2, y: 0.05 },
  speech: { x: 0.8, y: 0.4 },
  thought: { x: 0.7, y: 0.5 },
  shout: { x: 0.8, y: 0.6 },
  narration: { x: 0.6, y: 0.25 },
};

// A rectangle within the curve |x/a|⁴ + |y/b|⁴ = 1 is this much smaller than the curve's own box.
const ROUNDING = 2 ** 0.25;
/** How far the rays of a shout and the bows of a thought reach beyond the box, in ems. */
const REACH = 0.55;

const CURVE_STEPS = 256;

const GRAIN = 16;
// Engines differ in the last bits of sine and cosine.
const grain = (px: number) => Math.round(px * GRAIN) / GRAIN;

/** The bubble round a block of text, without its tail. */
export function bubbleBox(bubble: Bubble, text: Box, sizePx: number): Box {
  const round = bubble === 'thought' || bubble === 'shout' ? ROUNDING : 1;
  const { x, y } = PADDING[bubble];
  return {
    width: (text.width + 2 * x * sizePx) * round,
    height: (text.height + 2 * y * sizePx) * round,
  };
}

/** A point of the rounded curve that fills the box, at `turn` of a full turn. */
function onCurve({ width, height }: Box, turn: number, reach: number): readonly [number, number] {
  const angle = turn * 2 * Math.PI;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const x = Math.sign(cos) * Math.sqrt(Math.abs(cos)) * (width / 2 + reach);
  const y = Math.sign(sin) * Math.sqrt(Math.abs(sin)) * (height / 2 + reach);
  return [grain(x), grain(y)];
}

function tracePill(surface: ObjectSurface, { width, height }: Box, radius: number): void {
  const [x, y] = [width / 2, height / 2];
  const r = Math.min(radius, x, y);
  // Of a quarter circle as a cubic.
  const k = r * 0.448;
  surface.moveTo(-x + r, -y);
  surface.lineTo(x - r, -y);
  surface.bezierCurveTo(x - k, -y, x, -y + k, x, -y + r);
  surface.lineTo(x, y - r);
  surface.bezierCurveTo(x, y - k, x - k, y, x - r, y);
  surface.lineTo(-x + r, y);
  surface.bezierCurveTo(-x + k, y, -x, y - k, -x, y - r);
  surface.lineTo(-x, -y + r);
  surface.bezierCurveTo(-x, -y + k, -x + k, -y, -x + r, -y);
  surface.closePath();
}

/** Turns at which points of the curve lie equally far from each other along it. */
function evenTurns(box: Box, count: number): readonly number[] {
  const fine = Array.from({ length: CURVE_STEPS + 1 }, (_, i) => onCurve(box, i / CURVE_STEPS, 0));
  const lengths = [0];
  for (let i = 1; i < fine.length; i += 1) {
    const [[x0, y0], [x1, y1]] = [fine[i - 1]!, fine[i]!];
    lengths.push(lengths[i - 1]! + Math.hypot(x1 - x0, y1 - y0));
  }
  const step = lengths.at(-1)! / count;
  return Array.from(
    { length: count },
    (_, i) => lengths.findIndex((length) => length >= i * step) / CURVE_STEPS,
  );
}

function traceCloud(surface: ObjectSurface, box: Box, sizePx: number): void {
  const bows = Math.max(8, Math.round((box.width + box.height) / (sizePx * 1.1)));
  const turns = evenTurns(box, bows * 2);
  surface.moveTo(...onCurve(box, 0, 0));
  for (let i = 0; i < bows; i += 1) {
    const [x, y] = onCurve(box, turns[i * 2 + 1]!, sizePx * REACH * 1.7);
    const [endX, endY] = onCurve(box, turns[i * 2 + 2] ?? 0, 0);
    surface.quadraticCurveTo(x, y, endX, endY);
  }
  surface.closePath();
}

function traceRays(surface: ObjectSurface, box: Box, sizePx: number): void {
  const rays = Math.max(9, Math.round((box.width + box.height) / (sizePx * 1.2)));
  const turns = evenTurns(box, rays * 2);
  for (let i = 0; i < rays; i += 1) {
    const inner = onCurve(box, turns[i * 2]!, 0);
    // Uneven rays look shouted; even ones look like a badge.
    const outer = onCurve(box, turns[i * 2 + 1]!, sizePx * REACH * (i % 3 === 0 ? 2 : 1.3));
    if (i === 0) surface.moveTo(...inner);
    else surface.lineTo(...inner);
    surface.lineTo(...outer);
  }
  surface.closePath();
}

function traceBody(surface: ObjectSurface, bubble: Bubble, box: Box, sizePx: number): void {
  surface.beginPath();
  if (bubble === 'thought') traceCloud(surface, box, sizePx);
  else if (bubble === 'shout') traceRays(surface, box, sizePx);
  else tracePill(surface, box, bubble === 'narration' ? sizePx * 0.2 : sizePx * 1.6);
}

function traceSpike(surface: ObjectSurface, box: Box, tail: Place): void {
  const length = Math.hypot(tail.x, tail.y) || 1;
  const base = Math.min(box.width, box.height) * 0.2;
  const [dx, dy] = [(-tail.y / length) * base, (tail.x / length) * base];
  surface.beginPath();
  surface.moveTo(grain(dx), grain(dy));
  // Bowed to one side, as by hand.
  surface.quadraticCurveTo(
    grain(tail.x * 0.55 + dx * 0.9),
    grain(tail.y * 0.55 + dy * 0.9),
    tail.x,
    tail.y,
  );
  surface.quadraticCurveTo(
    grain(tail.x * 0.45 - dx * 0.2),
    grain(tail.y * 0.45 - dy * 0.2),
    grain(-dx),
    grain(-dy),
  );
  surface.closePath();
}

/** Three drops from the cloud's edge to whoever thinks. */
function drops(box: Box, tail: Place, sizePx: number): readonly (Place & { r: number })[] {
  const edge = 1 / Math.max(1, Math.hypot(tail.x / (box.width / 2), tail.y / (box.height / 2)));
  return [0.25, 0.62, 0.95].map((share, i) => {
    const at = edge + (1 - edge) * share;
    return { x: grain(tail.x * at), y: grain(tail.y * at), r: sizePx * (0.34 - i * 0.09) };
  });
}

function traceDrop(surface: ObjectSurface, { x, y, r }: Place & { r: number }): void {
  surface.beginPath();
  surface.save();
  surface.translate(x, y);
  tracePill(surface, { width: 2 * r, height: 2 * r }, r);
  surface.restore();
}

/** Paints a bubble with its middle at 0, 0. `tail`: where it points, from there; null for none. */
export function paintBubble(
  surface: ObjectSurface,
  bubble: Bubble,
  box: Box,
  { tail, sizePx }: { readonly tail: Place | null; readonly sizePx: number },
): void {
  if (bubble === 'none') return;
  surface.fillStyle = FILL[bubble];
  surface.strokeStyle = OUTLINE;
  // Half of it disappears under the fill.
  surface.lineWidth = Math.max(4, sizePx * 0.16);
  surface.lineJoin = 'round';
  const parts: (() => void)[] = [() => traceBody(surface, bubble, box, sizePx)];
  if (tail !== null && bubble === 'thought') {
    for (const drop of drops(box, tail, sizePx)) parts.push(() => traceDrop(surface, drop));
  } else if (tail !== null && bubble !== 'narration') {
    parts.push(() => traceSpike(surface, box, tail));
  }
  // All lines first, then all areas: where body and tail overlap no line is left.
  for (const trace of parts) {
    trace();
    surface.stroke();
  }
  for (const trace of parts) {
    trace();
    surface.fill();
  }
}
