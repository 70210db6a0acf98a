import { measure, pin, zone } from './chart.ts';
import { cloze } from './cloze.ts';
import { estimate } from './estimate.ts';
import { multiple } from './multiple.ts';
import { order } from './order.ts';
import { match, sort } from './placing.ts';
import { single } from './single.ts';
import { verdict } from './verdict.ts';

/** A new kind of item is a file and a line here. */
export const KINDS = {
  single,
  multiple,
  order,
  match,
  sort,
  estimate,
  cloze,
  verdict,
  pin,
  zone,
  measure,
} as const;
export type KindName = keyof typeof KINDS;
export const KIND_NAMES = Object.keys(KINDS) as readonly KindName[];
