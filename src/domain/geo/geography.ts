import * as z from 'zod/mini';

const id = z.string().check(z.regex(/^[a-z][a-z-]{1,31}$/));
const name = z.string().check(
  z.minLength(1),
  z.refine((text) => text === text.normalize('NFC').trim(), 'is composed (NFC) and trimmed'),
);
const degrees = (min: number, max: number) => z.number().check(z.minimum(min), z.maximum(max));

const specialZone = z.strictObject({
  id,
  name,
  /** Province or city of today. */
  province: name,
  archipelago: z.optional(z.boolean()),
});

const island = z.strictObject({
  id,
  name,
  latitude: degrees(6, 24),
  longitude: degrees(102, 118),
  provinceBefore: name,
  province: name,
  zone: z.nullable(id),
});

const geography = z.strictObject({
  /** The day of the administrative map, YYYY-MM-DD. */
  asOf: z.iso.date(),
  /** The day on which `province` took the place of `provinceBefore`. */
  provincesSince: z.iso.date(),
  /** The đặc khu: all thirteen. */
  zones: z.array(specialZone).check(z.length(13)),
  islands: z.array(island),
});

const harbours = z.array(
  z.strictObject({ id, name, latitude: degrees(6, 24), longitude: degrees(102, 118) }),
);
export type Harbour = z.infer<typeof harbours>[number];

export type Geography = z.infer<typeof geography>;
export type Island = Geography['islands'][number];

function parsed<Value>(schema: z.ZodMiniType<Value>, file: string, value: unknown): Value {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const faults = result.error.issues.map(
    ({ path, message }) => `${file}: ${path.join('.')}: ${message}`,
  );
  throw new Error(faults.join('\n'));
}

/** Harbours of the mainland, to the nearest few kilometres. Throws with file and fault. */
export function parseHarbours(file: string, value: unknown): readonly Harbour[] {
  return parsed(harbours, file, value);
}

/** Islands and special zones. Throws with file and fault for what no map may be drawn from. */
export function parseGeography(file: string, value: unknown): Geography {
  const data = parsed(geography, file, value);
  const { zones, islands } = data;
  const ids = [...zones, ...islands].map((item) => item.id);
  const twice = ids.find((one, i) => ids.indexOf(one) !== i);
  if (twice) throw new Error(`${file}: ${twice}: has this id twice`);
  const stray = islands.find(
    ({ zone }) => zone !== null && !zones.some((known) => known.id === zone),
  );
  if (stray) throw new Error(`${file}: ${stray.id}: zone: there is no zone ${stray.zone}`);
  const bare = zones.find((zone) => !islands.some((one) => one.zone === zone.id));
  if (bare) throw new Error(`${file}: ${bare.id}: no island of it has a place on the map`);
  return data;
}
