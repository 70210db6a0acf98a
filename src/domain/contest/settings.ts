import * as z from 'zod/mini';
import { Id } from '../kernel/ids.ts';
import { lineOfText } from '../kernel/text.ts';
import defaultPrizes from './default-prizes.json' with { type: 'json' };
import { DEFAULT_QUIZ, QuizSettings } from '../quiz/round.ts';
import { TellingSettings } from './telling-settings.ts';

/** A name within the settings of one edition: small letters, digits and hyphens. */
export const SettingId = z.string().check(z.regex(/^[a-z0-9-]{1,24}$/));

/**
 * What is compared where two entries are equal so far. `median` of the sheets' totals, the mean of
 * one criterion, the order that the pairwise final gave, a lot drawn from the edition's seed.
 */
export const TieBreak = z.union([
  z.enum(['median', 'pairs', 'draw']),
  z.templateLiteral(['criterion:', Id]),
]);
export type TieBreak = z.infer<typeof TieBreak>;

export const JudgingSettings = z.object({
  /** The number that ranks. `adjusted` falls back to raw where the gate does not offer it. */
  decides: z.enum(['raw', 'adjusted']),
  tieBreak: z.array(TieBreak).check(
    z.maxLength(16),
    z.refine((chain) => new Set(chain).size === chain.length),
  ),
  /**
   * Entries whose probability of a prize lies within meet in the pairwise final; in percent.
   * From 100 to 100: no final.
   */
  pairsFrom: z
    .object({
      lowest: z.int().check(z.gte(0), z.lte(100)),
      highest: z.int().check(z.gte(0), z.lte(100)),
    })
    .check(z.refine(({ lowest, highest }) => lowest <= highest)),
});

const Age = z.int().check(z.gte(3), z.lte(20));

export const Division = z
  .object({ id: SettingId, name: lineOfText(1, 60), minAge: Age, maxAge: Age })
  .check(z.refine(({ minAge, maxAge }) => minAge <= maxAge));
export type Division = z.infer<typeof Division>;

export const Prize = z.object({
  id: SettingId,
  name: lineOfText(1, 60),
  count: z.int().check(z.gte(0), z.lte(9999)),
});
export type Prize = z.infer<typeof Prize>;

/** Best prize first. `divisionId` null: of every division that has no list of its own. */
export const PrizeList = z.object({
  divisionId: z.nullable(SettingId),
  list: z.array(Prize).check(z.maxLength(12), z.refine(idsDiffer)),
});

/** Entries that every judge scores: none, or 5 to 8. */
export const AnchorSettings = z.object({
  count: z.int().check(
    z.gte(0),
    z.lte(8),
    z.refine((count) => count === 0 || count >= 5),
  ),
});

export const CalibrationSettings = z.object({ required: z.boolean() });

/** The rules of an edition beside its basic facts; organisers change them section by section. */
export const EditionSettings = z
  .object({
    telling: TellingSettings,
    judging: JudgingSettings,
    /** Groups that are compared with each other, by age. None: all entries are one group. */
    divisions: z.array(Division).check(z.maxLength(8), z.refine(idsDiffer), z.refine(agesDiffer)),
    prizes: z.array(PrizeList).check(z.maxLength(9)),
    anchors: AnchorSettings,
    calibration: CalibrationSettings,
    quiz: QuizSettings,
  })
  .check(
    z.refine(({ divisions, prizes }) => {
      const owners = prizes.map(({ divisionId }) => divisionId);
      const known = new Set<string | null>([null, ...divisions.map(({ id }) => id)]);
      return new Set(owners).size === owners.length && owners.every((id) => known.has(id));
    }),
  );
export type EditionSettings = z.infer<typeof EditionSettings>;
export type SettingsSection = keyof EditionSettings;

export const DEFAULT_SETTINGS: EditionSettings = {
  telling: { mode: 'none', maxMinutes: 5 },
  judging: {
    decides: 'raw',
    tieBreak: ['median', 'pairs', 'draw'],
    pairsFrom: { lowest: 10, highest: 90 },
  },
  divisions: [],
  prizes: [
    {
      divisionId: null,
      list: defaultPrizes,
    },
  ],
  anchors: { count: 5 },
  calibration: { required: false },
  quiz: DEFAULT_QUIZ,
};

/** Settings as they were stored, JSON; what an older program did not know yet takes its default. */
export function storedSettings(json: string): EditionSettings {
  const kept = JSON.parse(json) as Partial<Record<SettingsSection, object>>;
  const whole = Object.entries(DEFAULT_SETTINGS).map(([section, fallback]) => {
    const own = kept[section as SettingsSection] ?? {};
    return [
      section,
      Array.isArray(fallback) ? (Array.isArray(own) ? own : fallback) : { ...fallback, ...own },
    ];
  });
  return EditionSettings.parse(Object.fromEntries(whole));
}

/** What the rules may no longer depend on: declared before judging began, or before the decision. */
const CLOSED_BY_JUDGING: readonly SettingsSection[] = [
  'telling',
  'judging',
  'divisions',
  'anchors',
  'calibration',
];

export type RulesMoment = {
  /** A judge has begun a sheet. */
  readonly judgingBegan: boolean;
  /** The round's judging was closed. */
  readonly decided: boolean;
  /** A pupil has begun the quiz round. */
  readonly quizBegan?: boolean;
};

/** Sections that can no longer be changed. */
export function closedSections({
  judgingBegan,
  decided,
  quizBegan = false,
}: RulesMoment): readonly SettingsSection[] {
  const closed: SettingsSection[] = judgingBegan || decided ? [...CLOSED_BY_JUDGING] : [];
  if (decided) closed.push('prizes');
  if (quizBegan) closed.push('quiz');
  return closed;
}

/** Sections in which two settings differ. */
export function changedSections(a: EditionSettings, b: EditionSettings): SettingsSection[] {
  const sections = Object.keys(DEFAULT_SETTINGS) as SettingsSection[];
  return sections.filter((section) => JSON.stringify(a[section]) !== JSON.stringify(b[section]));
}

/** The prizes of a division, best first; '' is the only division of an edition without any. */
export function prizesOf({ prizes }: EditionSettings, divisionId: string): readonly Prize[] {
  const own = prizes.find((list) => list.divisionId === divisionId);
  return (own ?? prizes.find((list) => list.divisionId === null))?.list ?? [];
}

/**
 * Where an entry is compared, by the age in full years of its oldest author on the day the round
 * opened: the division of that age, or the nearest where none has it; '' without divisions.
 */
export function divisionOf({ divisions }: EditionSettings, ages: readonly number[]): string {
  const age = Math.max(...ages);
  const distance = ({ minAge, maxAge }: Division) => Math.max(minAge - age, age - maxAge, 0);
  const byDistance = divisions.toSorted((a, b) => distance(a) - distance(b) || a.minAge - b.minAge);
  return byDistance[0]?.id ?? '';
}

function idsDiffer(items: readonly { readonly id: string }[]): boolean {
  return new Set(items.map(({ id }) => id)).size === items.length;
}

function agesDiffer(divisions: readonly { minAge: number; maxAge: number }[]): boolean {
  const inOrder = divisions.toSorted((a, b) => a.minAge - b.minAge);
  return inOrder.every(({ minAge }, index) => index === 0 || inOrder[index - 1]!.maxAge < minAge);
}
