import * as z from 'zod/mini';
import edition from '@content/demo/edition.json' with { type: 'json' };
import roster from '@content/demo/roster.json' with { type: 'json' };
import { CriterionInput } from '@domain/contest/edition.ts';
import { TellingSettings } from '@domain/contest/telling-settings.ts';

const words = z.array(z.string()).check(z.minLength(1));
const namePool = z.object({ middles: words, givens: words });

/** Names, schools and communes of the demo edition. */
export const ROSTER = z
  .object({
    communes: words,
    schools: z.array(z.object({ name: z.string(), commune: z.string(), classes: words })),
    families: z.array(z.object({ name: z.string(), weight: z.number() })).check(z.minLength(1)),
    girls: namePool,
    boys: namePool,
    team: z.string(),
    judgeNotes: words,
  })
  .parse(roster);

/** The demo edition without its times. */
export const DEMO_EDITION = z
  .object({
    name: z.string(),
    province: z.string(),
    theme: z.string(),
    minPages: z.int(),
    maxPages: z.int(),
    judgesPerEntry: z.int(),
    telling: TellingSettings,
    criteria: z.array(CriterionInput),
  })
  .parse(edition);
