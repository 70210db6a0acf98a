import { between, integerBetween, pick, type Random } from '@domain/kernel/random.ts';
import {
  LINE_LAYER,
  type PageId,
  type StoryChange,
  type StoryEvent,
  type Tool,
} from '@domain/story/event.ts';
import { quarterSize, quarterX, quarterY } from '@domain/story/limits.ts';
import { hatching, type Place, placed, type Point, resampled } from './geometry.ts';

/** What makes one invented child's drawings look alike, and unlike another's. */
export interface Style {
  readonly outline: number;
  readonly outlineTool: Tool;
  readonly outlinePx: number;
  /** How far the hand strays, in px. */
  readonly wobblePx: number;
  readonly fillTool: Tool;
  readonly fillPx: number;
  /** Rows of colouring, in widths of the fill: above 1, paper shows between them. */
  readonly fillSpacing: number;
  /** How sky and sea are laid on: smooth bands, swelling brush strokes, or crayon patches with gaps. */
  readonly ground: 'bands' | 'brush' | 'crayon';
  readonly crayonAngle: number;
}

export function randomStyle(random: Random): Style {
  const fillTool = pick<Tool>(random, ['brush', 'brush', 'brush', 'pencil', 'marker']);
  return {
    outline: pick(random, [0x1d2b4f, 0x26211f, 0x4a2c1d, 0x0b3a5b, 0x3a2352]),
    outlineTool: pick<Tool>(random, ['brush', 'brush', 'pencil']),
    outlinePx: between(random, 6, 11),
    wobblePx: between(random, 1.5, 5),
    fillTool,
    fillPx: between(random, 20, 32),
    fillSpacing: between(random, 0.6, fillTool === 'marker' ? 0.8 : 0.95),
    ground: pick(random, ['bands', 'bands', 'brush', 'crayon', 'crayon'] as const),
    crayonAngle: pick(random, [-0.7, -0.2, 0.15, 0.8]),
  };
}

export interface Ink {
  readonly colour: number;
  readonly px: number;
  readonly tool?: Tool;
  readonly opacity?: number;
}

export interface Look {
  readonly fill?: number;
  /** A colour, or null for colour without a line around it. */
  readonly outline?: number | null;
  readonly angle?: number;
  /** Coloured in by brush without gaps, whatever this child's style: for the flag, whose red is red. */
  readonly solid?: boolean;
}

/** A hand that draws in the coordinates of what it draws; `at` moves, turns and sizes those. */
export interface Hand {
  readonly random: Random;
  readonly style: Style;
  line(path: readonly Point[], ink?: Partial<Ink>): void;
  /** A closed outline, coloured in and then outlined. */
  shape(path: readonly Point[], look?: Look): void;
  dot(x: number, y: number, ink: Ink): void;
  /** An arm, a leg, a branch: a coloured line with an outline around it. */
  limb(path: readonly Point[], ink: Ink): void;
  at(place: Place): Hand;
}

export interface Log {
  readonly events: readonly StoryEvent[];
  /** Notes a change and lets `ms` of the story pass. */
  record(change: StoryChange, ms: number): number;
}

export function openLog(): Log {
  const events: StoryEvent[] = [];
  let now = 0;
  return {
    events,
    record: (change, ms) => {
      const seq = events.length;
      now += Math.round(ms);
      events.push({ ...change, seq, atMs: now });
      return seq;
    },
  };
}

const SLIP_CHANCE = 0.008;
const PEN_PX_PER_MS = 0.9;

/** A slow sway instead of noise from sample to sample: hands are unsteady, not jittery. */
function sway(random: Random, amplitude: number): (along: number) => number {
  const [a, b] = [between(random, 0, 6.28), between(random, 0, 6.28)];
  const long = between(random, 120, 220);
  const short = between(random, 40, 80);
  return (along) =>
    amplitude * (0.7 * Math.sin(along / long + a) + 0.3 * Math.sin(along / short + b));
}

export function takeUpPen(log: Log, pageId: PageId, random: Random, style: Style): Hand {
  function moved(path: readonly Point[], px: number, wobblePx: number) {
    const spacing = Math.min(48, Math.max(9, px * (px < 30 ? 0.45 : 0.7)));
    const samples = resampled(path, spacing);
    const [swayX, swayY] = [sway(random, wobblePx), sway(random, wobblePx)];
    const firm = between(random, 110, 160);
    const last = samples.length - 1;
    let ms = 0;
    const t = samples.map((_, i) => {
      if (i > 0) ms += Math.max(1, Math.round(spacing / PEN_PX_PER_MS + between(random, -3, 3)));
      return ms;
    });
    return {
      size: quarterSize(px),
      x: samples.map(([x], i) => quarterX(x + swayX(i * spacing))),
      y: samples.map(([, y], i) => quarterY(y + swayY(i * spacing))),
      pressure: samples.map((_, i) => {
        const ends = Math.min(1, 0.55 + Math.min(i, last - i) * 0.2);
        return Math.round(firm * ends + between(random, -8, 8));
      }),
      t,
    };
  }

  function trace(path: readonly Point[], ink: Required<Ink>, wobblePx: number): void {
    const { tool, colour, opacity } = ink;
    const movement = moved(path, ink.px, wobblePx);
    const change: StoryChange = {
      kind: 'stroke',
      pageId,
      tool,
      colour,
      opacity,
      layer: LINE_LAYER,
      symmetry: 'none',
      seed: 0,
      ...movement,
    };
    const ms = movement.t.at(-1)! + integerBetween(random, 250, 900);
    if (random() < SLIP_CHANCE) {
      const slip = log.record({ ...change, colour: style.outline }, ms);
      log.record({ kind: 'undo', target: slip }, integerBetween(random, 600, 1_500));
    }
    log.record(change, ms);
  }

  function rub(path: readonly Point[], px: number): void {
    const movement = moved(path, px, 0);
    const change = {
      kind: 'erase',
      pageId,
      layer: LINE_LAYER,
      symmetry: 'none',
      ...movement,
    } as const;
    log.record(change, movement.t.at(-1)! + 400);
  }

  function colourIn(outlined: readonly Point[], colour: number, { angle, solid }: Look): void {
    const tool = solid ? 'brush' : style.fillTool;
    const spacing = solid ? 0.6 : style.fillSpacing;
    const heights = outlined.map(([, y]) => y);
    const px = Math.min(
      style.fillPx,
      Math.max(7, (Math.max(...heights) - Math.min(...heights)) / 2.5),
    );
    const lean = angle ?? between(random, -0.35, 0.35);
    const zigzags = hatching(outlined, px * spacing, lean, px * 0.35);
    // A felt pen is dull on a painted ground: this child rubs the place clean first.
    if (tool === 'marker') for (const zigzag of zigzags) rub(zigzag, px * 1.1);
    for (const zigzag of zigzags) {
      trace(zigzag, { colour, px, tool, opacity: solid ? 255 : 245 }, style.wobblePx * 0.6);
    }
  }

  function handAt(places: readonly Place[], scale: number): Hand {
    const onPage = (path: readonly Point[]) =>
      path.map((point) => places.reduceRight(placed, point));

    function line(path: readonly Point[], ink: Partial<Ink> = {}): void {
      const px = ink.px === undefined ? style.outlinePx : ink.px * scale;
      const wobble = Math.min(style.wobblePx, style.wobblePx * Math.max(0.3, scale));
      trace(
        onPage(path),
        {
          colour: ink.colour ?? style.outline,
          px: Math.max(3, px),
          tool: ink.tool ?? style.outlineTool,
          opacity: ink.opacity ?? 255,
        },
        wobble,
      );
    }

    return {
      random,
      style,
      line,
      dot: (x, y, ink) =>
        line(
          [
            [x, y],
            [x + 0.5, y + 0.5],
          ],
          ink,
        ),
      limb: (path, ink) => {
        line(path, { ...ink, colour: style.outline, px: ink.px + (style.outlinePx * 1.3) / scale });
        line(path, ink);
      },
      shape: (path, look = {}) => {
        const { fill, outline = style.outline } = look;
        if (fill !== undefined) colourIn(onPage(path), fill, look);
        if (outline !== null) line(path, { colour: outline });
      },
      at: (place) => handAt([...places, place], scale * (place.scale ?? 1)),
    };
  }

  return handAt([], 1);
}
