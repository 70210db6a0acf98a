import { SHAPES, TOOLS } from '@domain/story/event.ts';
import { bucketTool } from './bucket/bucket-tool.ts';
import { eraserTool } from './eraser-tool.ts';
import { handTool } from './hand-tool.ts';
import { lassoTool } from './lasso/lasso-tool.ts';
import { pickerTool } from './picker-tool.ts';
import { sessionTool } from './session-tool.ts';
import { shapeTool } from './shape-tool.ts';
import { strokeTool } from './stroke-tool.ts';
import type { ToolId } from './tool-ids.ts';
import type { TakeTool } from './tool.ts';

const brushes = TOOLS.map((tool) => [tool, sessionTool(strokeTool(tool))] as const);
const figures = SHAPES.map((shape) => [shape, sessionTool(shapeTool(shape))] as const);

const TAKES: ReadonlyMap<ToolId, TakeTool> = new Map<ToolId, TakeTool>([
  ...brushes,
  ...figures,
  ['eraser', sessionTool(eraserTool)],
  ['bucket', bucketTool],
  ['lasso', lassoTool],
  ['picker', pickerTool],
  ['hand', handTool],
]);

/** The tool in the hand that takes it. */
export const takeTool: TakeTool = (bench, id) => {
  const take = TAKES.get(id);
  if (take === undefined) throw new Error(`nobody can hold ${id}`);
  return take(bench, id);
};
