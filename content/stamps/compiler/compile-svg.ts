// Relative, because vite.config.ts loads this before any alias is known.
import type { VectorArt, VectorShape } from '../../../src/domain/story/art/vector-art.ts';
import { combine, evenScale, IDENTITY, parseTransform, type Matrix } from './matrix.ts';
import { ArtError, parseElements, type Element } from './svg-elements.ts';
import { parsePath, writePath, type Step } from './svg-path.ts';

const PAINT = ['fill', 'stroke', 'stroke-width', 'stroke-linecap', 'stroke-linejoin'];
const GEOMETRY: Readonly<Record<string, readonly string[]>> = {
  path: ['d'],
  circle: ['cx', 'cy', 'r'],
  ellipse: ['cx', 'cy', 'rx', 'ry'],
  rect: ['x', 'y', 'width', 'height', 'rx'],
  line: ['x1', 'y1', 'x2', 'y2'],
  polygon: ['points'],
  polyline: ['points'],
};
const CAPS = ['butt', 'round', 'square'] as const;
const JOINS = ['miter', 'round', 'bevel'] as const;

type Paint = Omit<VectorShape, 'd' | 'opacity'>;
type Context = { readonly file: string; readonly paint: Paint; readonly matrix: Matrix };

const BARE: Paint = { fill: '#000000', stroke: null, strokeWidth: 1, cap: 'butt', join: 'miter' };

function fail(file: string, element: Element, problem: string): never {
  throw new ArtError(`${file}:${element.line}: <${element.name}> ${problem}`);
}

function numberOf(file: string, element: Element, name: string, otherwise?: number): number {
  const text = element.attributes.get(name);
  const value = text === undefined ? otherwise : Number(text.trim() === '' ? Number.NaN : text);
  if (value === undefined || !Number.isFinite(value)) fail(file, element, `needs a number ${name}`);
  return value;
}

function pointsOf(file: string, element: Element): [number, number][] {
  const numbers = (element.attributes.get('points') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  if (numbers.length < 4 || numbers.length % 2 === 1 || !numbers.every(Number.isFinite)) {
    fail(file, element, 'needs pairs of numbers in points');
  }
  return Array.from({ length: numbers.length / 2 }, (_, i) => [
    numbers[2 * i]!,
    numbers[2 * i + 1]!,
  ]);
}

function ellipse(cx: number, cy: number, rx: number, ry: number): string {
  return `M${cx - rx} ${cy}A${rx} ${ry} 0 0 1 ${cx + rx} ${cy}A${rx} ${ry} 0 0 1 ${cx - rx} ${cy}Z`;
}

function rectangle(x: number, y: number, width: number, height: number, radius: number): string {
  const r = Math.min(radius, width / 2, height / 2);
  if (r === 0) return `M${x} ${y}h${width}v${height}h${-width}Z`;
  const [w, h] = [width - 2 * r, height - 2 * r];
  const turn = (dx: number, dy: number) => `a${r} ${r} 0 0 1 ${dx} ${dy}`;
  return `M${x + r} ${y}h${w}${turn(r, r)}v${h}${turn(-r, r)}h${-w}${turn(-r, -r)}v${-h}${turn(r, -r)}Z`;
}

function outline(file: string, element: Element): Step[] {
  const n = (name: string, otherwise?: number) => numberOf(file, element, name, otherwise);
  const d = () => {
    switch (element.name) {
      case 'path':
        return element.attributes.get('d') ?? '';
      case 'circle':
        return ellipse(n('cx', 0), n('cy', 0), n('r'), n('r'));
      case 'ellipse':
        return ellipse(n('cx', 0), n('cy', 0), n('rx'), n('ry'));
      case 'rect':
        return rectangle(n('x', 0), n('y', 0), n('width'), n('height'), n('rx', 0));
      case 'line':
        return `M${n('x1')} ${n('y1')}L${n('x2')} ${n('y2')}`;
      default:
        return `M${pointsOf(file, element).join('L')}${element.name === 'polygon' ? 'Z' : ''}`;
    }
  };
  return parsePath(d()) ?? fail(file, element, 'has a path that cannot be read');
}

function colour(file: string, element: Element, name: string): string | null {
  const text = element.attributes.get(name)!;
  if (text === 'none') return null;
  const match = /^#([\da-f]{6}|[\da-f]{3})$/i.exec(text);
  if (!match) fail(file, element, `has ${name}="${text}"; a colour is #rgb, #rrggbb or none`);
  const hex = match[1]!.toLowerCase();
  return `#${hex.length === 3 ? hex.replaceAll(/./g, '$&$&') : hex}`;
}

function paintOf({ file, paint }: Context, element: Element): Paint {
  const has = (name: string) => element.attributes.has(name);
  const oneOf = <T extends string>(name: string, known: readonly T[], before: T): T => {
    if (!has(name)) return before;
    const found = known.find((value) => value === element.attributes.get(name));
    return found ?? fail(file, element, `has ${name} other than ${known.join(', ')}`);
  };
  return {
    fill: has('fill') ? colour(file, element, 'fill') : paint.fill,
    stroke: has('stroke') ? colour(file, element, 'stroke') : paint.stroke,
    strokeWidth: numberOf(file, element, 'stroke-width', paint.strokeWidth),
    cap: oneOf('stroke-linecap', CAPS, paint.cap),
    join: oneOf('stroke-linejoin', JOINS, paint.join),
  };
}

function allow(file: string, element: Element, names: readonly string[]): void {
  for (const name of element.attributes.keys()) {
    if (!names.includes(name)) fail(file, element, `may not have ${name}`);
  }
}

function shapesOf(element: Element, context: Context): VectorShape[] {
  const { file } = context;
  const group = element.name === 'g';
  const geometry = GEOMETRY[element.name];
  if (!group && !geometry) fail(file, element, 'is not in the subset');
  allow(file, element, [...PAINT, 'transform', ...(group ? [] : ['opacity', ...geometry!])]);
  if (!group && element.children.length > 0) fail(file, element, 'may not hold other elements');
  const own = parseTransform(element.attributes.get('transform') ?? '');
  if (own === null) fail(file, element, 'has a transform that cannot be read');
  const matrix = combine(context.matrix, own);
  const paint = paintOf(context, element);
  if (group) return element.children.flatMap((child) => shapesOf(child, { file, paint, matrix }));

  const fill = element.name === 'line' ? null : paint.fill;
  const scale = evenScale(matrix);
  if (paint.stroke !== null && scale === null) fail(file, element, 'has a line and is stretched');
  const opacity = numberOf(file, element, 'opacity', 1);
  if (opacity <= 0 || opacity > 1) fail(file, element, 'has opacity outside 0 to 1');
  if (fill === null && paint.stroke === null) fail(file, element, 'paints nothing');
  const strokeWidth = paint.stroke === null ? 0 : Math.round(paint.strokeWidth * scale! * 10) / 10;
  return [{ ...paint, d: writePath(outline(file, element), matrix), fill, strokeWidth, opacity }];
}

/**
 * The drawing of an SVG file of the subset in ../README.md. Throws `ArtError`, with file, line and
 * element, for whatever is outside it.
 */
export function compileSvg(file: string, id: string, text: string): VectorArt {
  const svg = parseElements(file, text);
  allow(file, svg, ['xmlns', 'viewBox', ...PAINT]);
  const box = /^0 0 (\d+) (\d+)$/.exec(svg.attributes.get('viewBox') ?? '');
  if (!box) fail(file, svg, 'needs viewBox="0 0 WIDTH HEIGHT" in whole numbers');
  const paint = paintOf({ file, paint: BARE, matrix: IDENTITY }, svg);
  const shapes = svg.children.flatMap((child) =>
    shapesOf(child, { file, paint, matrix: IDENTITY }),
  );
  if (shapes.length === 0) fail(file, svg, 'is empty');
  return { id, width: Number(box[1]), height: Number(box[2]), shapes };
}
