import { refuse } from '@domain/kernel/refusal.ts';
import type { ColumnReader, ColumnWriter } from './columns.ts';
import {
  EVERY_LAYER,
  type InkStep,
  LINE_LAYER,
  type Path,
  SHAPES,
  SYMMETRIES,
  TOOLS,
} from './event.ts';
import { MAX_OUTLINE_POINTS, MAX_POINTS, MAX_POINTS_PER_STROKE, type QuarterPx } from './limits.ts';
import { readMask, writeMask } from './mask-codec.ts';
import { pointsOf } from './step-rules.ts';

/** The columns of version 1. */
export const MARK_COLUMNS = [
  'tool',
  'colour',
  'size',
  'opacity',
  'points',
  'x',
  'y',
  'pressure',
] as const;

/** What version 2 has added. */
export const INK_COLUMNS = [
  'layer',
  'symmetry',
  'seed',
  'maskTop',
  'maskRuns',
  'maskStart',
  'maskLength',
  'shape',
  'corner',
  'lift',
  'outlineX',
  'outlineY',
] as const;

type Name = (typeof MARK_COLUMNS)[number] | (typeof INK_COLUMNS)[number];
export type InkWriters = Record<Name, ColumnWriter>;
export type InkReaders = Record<Name, ColumnReader>;

export function memberAt<T>(list: readonly T[], index: number): T {
  const member = list[index];
  if (member === undefined) throw refuse('story.malformed');
  return member;
}

export function flagOf(byte: number): boolean {
  if (byte > 1) throw refuse('story.malformed');
  return byte === 1;
}

function writePath(columns: InkWriters, path: Path): void {
  columns.points.varint(path.x.length);
  columns.x.curve(path.x);
  columns.y.curve(path.y);
  columns.pressure.curve(path.pressure);
}

function readPath(columns: InkReaders): Path {
  const points = columns.points.varint();
  if (points > MAX_POINTS_PER_STROKE) throw refuse('story.too-large');
  return {
    x: columns.x.curve<QuarterPx>(points),
    y: columns.y.curve<QuarterPx>(points),
    pressure: columns.pressure.curve<number>(points),
  };
}

function writeWhere(columns: InkWriters, step: Extract<InkStep, { symmetry: unknown }>): void {
  columns.layer.byte(step.layer);
  columns.symmetry.byte(SYMMETRIES.indexOf(step.symmetry));
}

/** Version 1 knew one sheet of ink, which is the layer of lines now. */
function readWhere(columns: InkReaders, version: number, before: number) {
  if (version === 1) return { layer: before, symmetry: 'none' as const };
  return { layer: columns.layer.byte(), symmetry: memberAt(SYMMETRIES, columns.symmetry.byte()) };
}

interface StepCodec<Step extends InkStep> {
  readonly write: (columns: InkWriters, step: Step) => void;
  readonly read: (columns: InkReaders, version: number) => Step;
}

type StepCodecs = {
  readonly [Kind in InkStep['kind']]: StepCodec<Extract<InkStep, { kind: Kind }>>;
};

const STEP_CODECS: StepCodecs = {
  stroke: {
    write: (columns, mark) => {
      columns.size.delta(mark.size);
      columns.tool.byte(TOOLS.indexOf(mark.tool));
      columns.colour.delta(mark.colour);
      columns.opacity.delta(mark.opacity);
      writeWhere(columns, mark);
      columns.seed.varint(mark.seed);
      writePath(columns, mark);
    },
    read: (columns, version) => ({
      kind: 'stroke',
      tool: memberAt(TOOLS, columns.tool.byte()),
      colour: columns.colour.delta(),
      size: columns.size.delta() as QuarterPx,
      opacity: columns.opacity.delta(),
      ...readWhere(columns, version, LINE_LAYER),
      seed: version === 1 ? 0 : columns.seed.varint(),
      ...readPath(columns),
    }),
  },
  erase: {
    write: (columns, mark) => {
      columns.size.delta(mark.size);
      writeWhere(columns, mark);
      writePath(columns, mark);
    },
    read: (columns, version) => ({
      kind: 'erase',
      size: columns.size.delta() as QuarterPx,
      ...readWhere(columns, version, EVERY_LAYER),
      ...readPath(columns),
    }),
  },
  fill: {
    write: (columns, { layer, colour, opacity, mask }) => {
      columns.layer.byte(layer);
      columns.colour.delta(colour);
      columns.opacity.delta(opacity);
      writeMask(columns, mask);
    },
    read: (columns) => ({
      kind: 'fill',
      layer: columns.layer.byte(),
      colour: columns.colour.delta(),
      opacity: columns.opacity.delta(),
      mask: readMask(columns),
    }),
  },
  shape: {
    write: (columns, step) => {
      columns.shape.byte(SHAPES.indexOf(step.shape));
      for (const value of [step.x0, step.y0, step.x1, step.y1]) columns.corner.signed(value);
      columns.colour.delta(step.colour);
      // 0 is no filling, so that black is 1.
      columns.shape.varint(step.fillColour === null ? 0 : step.fillColour + 1);
      columns.size.delta(step.size);
      columns.opacity.delta(step.opacity);
      writeWhere(columns, step);
    },
    read: (columns, version) => {
      const shape = memberAt(SHAPES, columns.shape.byte());
      const corner = () => columns.corner.signed() as QuarterPx;
      const box = { x0: corner(), y0: corner(), x1: corner(), y1: corner() };
      const colour = columns.colour.delta();
      const filling = columns.shape.varint();
      return {
        kind: 'shape',
        shape,
        ...box,
        colour,
        fillColour: filling === 0 ? null : filling - 1,
        size: columns.size.delta() as QuarterPx,
        opacity: columns.opacity.delta(),
        ...readWhere(columns, version, LINE_LAYER),
      };
    },
  },
  lift: {
    write: (columns, { layer, outline, matrix, copy }) => {
      columns.layer.byte(layer);
      columns.lift.byte(copy ? 1 : 0);
      for (const value of matrix) columns.lift.signed(value);
      columns.lift.varint(outline.x.length);
      columns.outlineX.curve(outline.x);
      columns.outlineY.curve(outline.y);
    },
    read: (columns) => {
      const layer = columns.layer.byte();
      const copy = flagOf(columns.lift.byte());
      const next = () => columns.lift.signed();
      const matrix = [next(), next(), next(), next(), next(), next()] as const;
      const points = columns.lift.varint();
      if (points > MAX_OUTLINE_POINTS) throw refuse('story.too-large');
      const x = columns.outlineX.curve<QuarterPx>(points);
      const y = columns.outlineY.curve<QuarterPx>(points);
      return { kind: 'lift', layer, outline: { x, y }, matrix, copy };
    },
  },
};

export function writeInk(columns: InkWriters, step: InkStep): void {
  const { write } = STEP_CODECS[step.kind] as StepCodec<InkStep>;
  write(columns, step);
}

/** Reads ink in the order it was written, and refuses 'story.too-large' beyond MAX_POINTS in all. */
export function inkReader(columns: InkReaders, version: number) {
  let total = 0;
  return <Kind extends InkStep['kind']>(kind: Kind): Extract<InkStep, { kind: Kind }> => {
    const { read } = STEP_CODECS[kind] as unknown as StepCodec<Extract<InkStep, { kind: Kind }>>;
    const step = read(columns, version);
    total += pointsOf(step);
    if (total > MAX_POINTS) throw refuse('story.too-large');
    return step;
  };
}
