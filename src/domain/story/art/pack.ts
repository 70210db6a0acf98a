import * as z from 'zod/mini';
import { BadgeId } from '../../games/badges.ts';

const PLACE = /hoàng sa|trường sa|hoang sa|truong sa|paracel|spratly/i;

/**
 * Rows of the fact bank on which sources disagree, or which changed: their facts are said with
 * the day from which they hold.
 */
const DATED_ROWS: readonly string[] = ['C4', 'D6', 'D7', 'D9', 'D11', 'F4', 'F6'];

const composed = (max: number) =>
  z.string().check(
    z.minLength(1),
    z.maxLength(max),
    z.refine((text) => text === text.normalize('NFC').trim(), 'is composed (NFC) and trimmed'),
  );
const inBoth = (max: number) => z.strictObject({ vi: composed(max), en: composed(max) });

const artId = z.string().check(z.regex(/^[a-z][a-z0-9-]{1,31}$/));

const artItem = z
  .strictObject({
    id: artId,
    group: artId,
    name: inBoth(40),
    /** At most 160 characters, for a child of eight. */
    fact: inBoth(160),
    source: z.strictObject({ title: composed(160), ref: composed(160), url: z.url() }),
    /** Row of the fact bank, or null when `source` is all there is. */
    factId: z.nullable(z.string().check(z.regex(/^[A-H]\d{1,2}$/))),
    /** The day, YYYY-MM-DD, from which the fact holds. */
    validFrom: z.optional(z.iso.date()),
    /** The badge that opens it; open to everybody when absent. */
    unlock: z.optional(BadgeId),
    /** The document that a fact about Hoàng Sa or Trường Sa rests on, word for word as in the fact. */
    document: z.optional(inBoth(80)),
  })
  .check(
    z.refine((item) => !DATED_ROWS.includes(item.factId ?? '') || item.validFrom !== undefined, {
      path: ['validFrom'],
      error: 'a fact from this row needs the day from which it holds',
    }),
    z.refine(namesItsDocument, {
      path: ['document'],
      error: 'what mentions either archipelago names its document, in the fact and here',
    }),
  );

const artGroup = z.strictObject({
  id: artId,
  kind: z.enum(['stamp', 'background']),
  name: inBoth(40),
});

const artPack = z.strictObject({ groups: z.array(artGroup), items: z.array(artItem) }).check(
  z.refine(({ groups, items }) => {
    const ids = [...groups, ...items].map(({ id }) => id);
    return new Set(ids).size === ids.length;
  }, 'has an id twice'),
);

type ItemText = {
  readonly name: { readonly vi: string; readonly en: string };
  readonly fact: { readonly vi: string; readonly en: string };
  readonly document?: { readonly vi: string; readonly en: string } | undefined;
};

function namesItsDocument({ name, fact, document }: ItemText): boolean {
  const text = [name.vi, name.en, fact.vi, fact.en].join(' ');
  if (!PLACE.test(text)) return true;
  return document !== undefined && fact.vi.includes(document.vi) && fact.en.includes(document.en);
}

export type ArtItem = z.infer<typeof artItem>;
export type ArtGroup = z.infer<typeof artGroup>;
export type ArtPack = z.infer<typeof artPack>;

/** The pack's names and facts. Throws one message per fault: file, item, field, what is wrong. */
export function parsePack(file: string, value: unknown): ArtPack {
  const parsed = artPack.safeParse(value);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => {
      const [list, index, ...field] = path;
      const at = (value as Record<string, readonly { id?: unknown }[]> | null)?.[String(list)];
      const id = typeof index === 'number' ? at?.[index]?.id : undefined;
      return `${file}: ${String(id ?? [list, index].filter((p) => p !== undefined).join('.'))}: ${field.join('.')}: ${message}`;
    });
    throw new Error(faults.join('\n'));
  }
  const groups = new Set(parsed.data.groups.map(({ id }) => id));
  const stray = parsed.data.items.find((item) => !groups.has(item.group));
  if (stray) throw new Error(`${file}: ${stray.id}: group: there is no group ${stray.group}`);
  return parsed.data;
}
