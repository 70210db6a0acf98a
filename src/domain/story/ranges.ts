import { refuse } from '@domain/kernel/refusal.ts';

export interface Range {
  readonly min: number;
  readonly max: number;
}

export function checkInteger(value: number, min: number, max: number): void {
  if (!Number.isInteger(value) || value < min || value > max || Object.is(value, -0)) {
    throw refuse('story.malformed');
  }
}

export function checkWithin(value: number, { min, max }: Range): void {
  checkInteger(value, min, max);
}

/** `length` integers within a range. */
export function checkColumn(column: readonly number[], length: number, { min, max }: Range): void {
  if (column.length !== length) throw refuse('story.malformed');
  for (const value of column) checkInteger(value, min, max);
}

export function checkMember<T>(value: T, list: readonly T[]): void {
  if (!list.includes(value)) throw refuse('story.malformed');
}

export function checkFlag(value: boolean): void {
  if (typeof value !== 'boolean') throw refuse('story.malformed');
}

export function checkPattern(value: string, pattern: RegExp): void {
  if (!pattern.test(value)) throw refuse('story.malformed');
}

export const COLOURS: Range = { min: 0, max: 0xffffff };
export const OPACITIES: Range = { min: 1, max: 255 };
export const BYTES: Range = { min: 0, max: 255 };
