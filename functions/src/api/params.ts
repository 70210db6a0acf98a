import * as z from 'zod/mini';
import { BlobHash, Id } from '@domain/kernel/ids.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import { TieKind } from '@domain/judging/assignment/ties.ts';
import { MAX_PAGES } from '@domain/story/limits.ts';
import { MAX_TURNS } from '@domain/story/telling.ts';

/** An integer written the one way it is printed: no sign, no leading zero. */
function plainInteger(min: number, max: number) {
  return z.string().check(
    z.regex(/^(0|[1-9]\d{0,9})$/),
    z.refine((text) => Number(text) >= min && Number(text) <= max),
  );
}

const BY_NAME: Readonly<Record<string, z.ZodMiniType<string>>> = {
  hash: BlobHash,
  locale: z.enum(['vi', 'en']),
  side: z.string().check(z.regex(/^(left|right)$/)),
  page: plainInteger(1, MAX_PAGES),
  tieKind: TieKind,
  recording: plainInteger(0, MAX_TURNS),
  version: plainInteger(0, 2 ** 31 - 1),
};

export function namesIn(path: string): string[] {
  return [...path.matchAll(/:(\w+)/g)].map((match) => match[1]!);
}

export function paramSchema(name: string): z.ZodMiniType<string> {
  return BY_NAME[name] ?? Id;
}

/** What does not have the shape of a name names nothing: refuses not-found. */
export function checkParams(params: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(params)) {
    if (!paramSchema(name).safeParse(value).success) throw refuse('not-found');
  }
}
