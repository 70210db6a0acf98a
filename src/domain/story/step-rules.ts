import { refuse } from '@domain/kernel/refusal.ts';
import {
  EVERY_LAYER,
  type LayerId,
  type Mask,
  type PageStep,
  type Path,
  SHAPES,
  type StepKind,
  SYMMETRIES,
  TOOLS,
} from './event.ts';
import {
  MAX_LAYERS,
  MAX_OBJECT_ID,
  MAX_OBJECTS,
  MAX_OUTLINE_POINTS,
  MAX_PANEL_LAYOUT,
  MAX_POINTS_PER_STROKE,
  MAX_RUNS_PER_FILL,
  MAX_SEED,
  MAX_SIZE,
  PAGE_HEIGHT_PX,
  PAGE_WIDTH_PX,
  X_RANGE,
  Y_RANGE,
} from './limits.ts';
import { checkBackground, checkObject } from './object-rules.ts';
import {
  BYTES,
  checkColumn,
  checkFlag,
  checkInteger,
  checkMember,
  checkWithin,
  COLOURS,
  OPACITIES,
} from './ranges.ts';

const SIZES = { min: 1, max: MAX_SIZE };
const LAYERS = { min: 0, max: MAX_LAYERS - 1 };
/** Thousandths: a hundredfold at most. */
const FACTORS = { min: -100_000, max: 100_000 };
const SHIFTS = { min: -1_000_000, max: 1_000_000 };
const OBJECT_IDS = { min: 1, max: MAX_OBJECT_ID };

function checkPath({ x, y, pressure }: Path): void {
  const points = x.length;
  if (points > MAX_POINTS_PER_STROKE) throw refuse('story.too-large');
  if (points === 0) throw refuse('story.malformed');
  checkColumn(x, points, X_RANGE);
  checkColumn(y, points, Y_RANGE);
  checkColumn(pressure, points, BYTES);
}

function checkRow(row: readonly number[]): void {
  if (row.length % 2 !== 0) throw refuse('story.malformed');
  let least = 0;
  for (let i = 0; i < row.length; i += 2) {
    const [start, length] = [row[i]!, row[i + 1]!];
    checkInteger(start, least, PAGE_WIDTH_PX - 1);
    checkInteger(length, 1, PAGE_WIDTH_PX - start);
    // Runs that touch would be one run.
    least = start + length + 1;
  }
}

function checkMask({ top, rows }: Mask): void {
  checkInteger(top, 0, PAGE_HEIGHT_PX - 1);
  checkInteger(rows.length, 1, PAGE_HEIGHT_PX - top);
  if (runsOf(rows) > MAX_RUNS_PER_FILL) throw refuse('story.too-large');
  if (rows[0]!.length === 0 || rows.at(-1)!.length === 0) throw refuse('story.malformed');
  for (const row of rows) checkRow(row);
}

export function runsOf(rows: Mask['rows']): number {
  return rows.reduce((sum, row) => sum + row.length / 2, 0);
}

function checkOrder(order: readonly LayerId[]): void {
  checkInteger(order.length, 1, MAX_LAYERS);
  checkColumn(order, order.length, LAYERS);
  if (new Set(order).size !== order.length) throw refuse('story.malformed');
}

type StepChecks = {
  readonly [Kind in StepKind]: (step: Extract<PageStep, { kind: Kind }>) => void;
};

const STEP_CHECKS: StepChecks = {
  stroke: (mark) => {
    checkPath(mark);
    checkWithin(mark.size, SIZES);
    checkMember(mark.tool, TOOLS);
    checkWithin(mark.colour, COLOURS);
    checkWithin(mark.opacity, OPACITIES);
    checkWithin(mark.layer, LAYERS);
    checkMember(mark.symmetry, SYMMETRIES);
    checkInteger(mark.seed, 0, MAX_SEED);
  },
  erase: (mark) => {
    checkPath(mark);
    checkWithin(mark.size, SIZES);
    if (mark.layer !== EVERY_LAYER) checkWithin(mark.layer, LAYERS);
    checkMember(mark.symmetry, SYMMETRIES);
  },
  fill: ({ layer, colour, opacity, mask }) => {
    checkWithin(layer, LAYERS);
    checkWithin(colour, COLOURS);
    checkWithin(opacity, OPACITIES);
    checkMask(mask);
  },
  shape: (step) => {
    checkMember(step.shape, SHAPES);
    checkColumn([step.x0, step.x1], 2, X_RANGE);
    checkColumn([step.y0, step.y1], 2, Y_RANGE);
    checkWithin(step.colour, COLOURS);
    if (step.fillColour !== null) checkWithin(step.fillColour, COLOURS);
    checkWithin(step.size, SIZES);
    checkWithin(step.opacity, OPACITIES);
    checkWithin(step.layer, LAYERS);
    checkMember(step.symmetry, SYMMETRIES);
  },
  lift: ({ layer, outline, matrix, copy }) => {
    if (layer !== EVERY_LAYER) checkWithin(layer, LAYERS);
    const points = outline.x.length;
    if (points > MAX_OUTLINE_POINTS) throw refuse('story.too-large');
    if (points < 3) throw refuse('story.malformed');
    checkColumn(outline.x, points, X_RANGE);
    checkColumn(outline.y, points, Y_RANGE);
    checkColumn(matrix.slice(0, 4), 4, FACTORS);
    checkColumn(matrix.slice(4), 2, SHIFTS);
    checkFlag(copy);
  },
  'object-put': ({ object, item }) => {
    checkWithin(object, OBJECT_IDS);
    checkObject(item);
  },
  'object-drop': ({ object }) => checkWithin(object, OBJECT_IDS),
  'object-order': ({ object, index }) => {
    checkWithin(object, OBJECT_IDS);
    checkInteger(index, 0, MAX_OBJECTS - 1);
  },
  'background-set': ({ background }) => checkBackground(background),
  'panels-set': ({ layout }) => checkInteger(layout, 0, MAX_PANEL_LAYOUT),
  'layer-set': ({ layer, visible, opacity }) => {
    checkWithin(layer, LAYERS);
    checkFlag(visible);
    checkWithin(opacity, OPACITIES);
  },
  'layer-order': ({ order }) => checkOrder(order),
};

/** The ranges of one step: coordinates within a page of the page. Refuses 'story.malformed' and 'story.too-large'. */
export function checkStep(step: PageStep): void {
  const check = STEP_CHECKS[step.kind] as (checked: PageStep) => void;
  check(step);
}

/** What a step weighs in the limits: points of a path or outline, runs of a mask. */
export function pointsOf(step: PageStep): number {
  if (step.kind === 'stroke' || step.kind === 'erase') return step.x.length;
  if (step.kind === 'fill') return runsOf(step.mask.rows);
  return step.kind === 'lift' ? step.outline.x.length : 0;
}
