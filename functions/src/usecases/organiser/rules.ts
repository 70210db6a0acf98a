import type { Rules } from '@contract/rules.ts';
import type { CriterionInput, Edition, EditionFacts } from '@domain/contest/edition.ts';
import { phaseOf, submissionEndsAt } from '@domain/contest/round.ts';
import { changedSections, closedSections, EditionSettings } from '@domain/contest/settings.ts';
import type { CriterionView } from '@domain/judging/sheet.ts';
import type { EpochMs, Id } from '@domain/kernel/ids.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import { inTransaction, type Db, type Trx } from '@server/store/database.ts';
import { listCriteria } from '@server/store/queries/editions.ts';
import {
  anySheetBegun,
  takeRulesVersion,
  writeCriteria,
  writeFacts,
  writeSettings,
} from '@server/store/queries/rules.ts';
import { anyAttempt } from '@server/store/queries/quiz.ts';
import { actingAs, type Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { noteAct, runningEdition } from './running-edition.ts';

type Needs = Pick<Deps, 'db' | 'clock' | 'randomness'>;
type ClosedFact = Rules['closed']['edition'][number];

export async function readRules(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  caller: Caller,
): Promise<Rules> {
  caller.allow({});
  return rulesOf(db, clock.now());
}

/**
 * Changes sections of the settings. Refuses edition.rules-conflict when they were changed elsewhere
 * since `version`, edition.rules-closed { part } for what judging or the decision rest upon
 * already, and edition.rules-unknown where they name a criterion or division that is gone.
 */
export async function saveSettings(
  deps: Needs,
  caller: Caller,
  input: {
    readonly version: number;
    readonly settings: { readonly [S in keyof EditionSettings]?: EditionSettings[S] | undefined };
  },
): Promise<Rules> {
  caller.allow({});
  const { accountId } = actingAs(caller, 'organiser');
  const now = deps.clock.now();
  await inTransaction(deps.db, async (trx) => {
    const before = await changing(trx, input.version, now);
    const { edition, rules } = before;
    const settings = wholeSettings(edition.settings, input.settings, rules.criteria);
    requireTold(settings, rules.criteria);
    const changed = changedSections(rules.settings, settings);
    requireOpen(changed, rules.closed.settings);
    await writeSettings(trx, edition.id, settings);
    for (const section of changed) {
      await noteAct(trx, deps, accountId, {
        action: 'edition.edit',
        subject: edition.id,
        detail: { section, ...fromTo(rules.settings[section], settings[section]) },
      });
    }
  });
  return rulesOf(deps.db, now);
}

/**
 * Changes the edition's facts and its rubric. A tie-break by a criterion that goes, goes with it.
 * Refuses edition.rules-conflict, edition.rules-closed { part }, edition.rules-unknown.
 */
export async function saveEdition(
  deps: Needs,
  caller: Caller,
  input: {
    readonly version: number;
    readonly edition: EditionFacts;
    readonly criteria: readonly (CriterionInput & { readonly id: Id | null })[];
  },
): Promise<Rules> {
  caller.allow({});
  const { accountId } = actingAs(caller, 'organiser');
  const now = deps.clock.now();
  const criteria = input.criteria.map(({ id, work = 'drawing', levels = [], ...line }) => ({
    ...line,
    id: id ?? deps.randomness.id(),
    work,
    levels,
  }));
  await inTransaction(deps.db, async (trx) => {
    const { edition, rules } = await changing(trx, input.version, now);
    const known = new Set(rules.criteria.map(({ id }) => id));
    if (input.criteria.some(({ id }) => id !== null && !known.has(id))) {
      throw refuse('edition.rules-unknown');
    }
    const parts = changedFacts(rules, input.edition, criteria);
    requireOpen(parts, rules.closed.edition);
    if (parts.includes('closesAt') && input.edition.closesAt <= now) {
      throw refuse('edition.rules-closed', { part: 'closesAt' });
    }
    requireTold(edition.settings, criteria);
    await writeFacts(trx, { editionId: edition.id, roundId: edition.round.id }, input.edition);
    await writeCriteria(trx, edition.id, criteria);
    const stays = new Set(criteria.map(({ id }) => `criterion:${id}`));
    const { judging } = edition.settings;
    const tieBreak = judging.tieBreak.filter(
      (rule) => !rule.startsWith('criterion:') || stays.has(rule),
    );
    await writeSettings(trx, edition.id, {
      ...edition.settings,
      judging: { ...judging, tieBreak },
    });
    await noteAct(trx, deps, accountId, {
      action: 'edition.edit',
      subject: edition.id,
      detail: {
        section: 'edition',
        ...fromTo({ ...rules.edition, criteria: rules.criteria }, { ...input.edition, criteria }),
      },
    });
  });
  return rulesOf(deps.db, now);
}

async function rulesOf(db: Db, now: EpochMs): Promise<Rules> {
  return describe(db, await runningEdition(db), now);
}

async function describe(db: Db, edition: Edition, now: EpochMs): Promise<Rules> {
  const { round, settings, rulesVersion } = edition;
  const judgingBegan = await anySheetBegun(db, round.id);
  const quizBegan = await anyAttempt(db, edition.id);
  const decided = round.judgingClosedAt !== null || round.publishedAt !== null;
  const closed: ClosedFact[] = [];
  if (now >= round.opensAt) closed.push('opensAt', 'pages');
  if (now >= submissionEndsAt(round)) closed.push('closesAt');
  if (judgingBegan || decided) closed.push('judgesPerEntry', 'criteria');
  return {
    version: rulesVersion,
    phase: phaseOf(round, now),
    judgingBegan,
    edition: {
      name: edition.name,
      theme: edition.theme,
      minPages: edition.minPages,
      maxPages: edition.maxPages,
      opensAt: round.opensAt,
      closesAt: round.closesAt,
      judgesPerEntry: edition.judgesPerEntry,
    },
    criteria: await listCriteria(db, edition.id),
    settings,
    closed: {
      edition: closed,
      settings: [...closedSections({ judgingBegan, decided, quizBegan })],
    },
  };
}

/** The rules as they stand, for whoever saw this version of them. */
async function changing(trx: Trx, version: number, now: EpochMs) {
  const edition = await runningEdition(trx);
  if (!(await takeRulesVersion(trx, edition.id, version))) throw refuse('edition.rules-conflict');
  return { edition, rules: await describe(trx, edition, now) };
}

function wholeSettings(
  before: EditionSettings,
  change: { readonly [S in keyof EditionSettings]?: EditionSettings[S] | undefined },
  criteria: readonly { id: Id }[],
): EditionSettings {
  const given = Object.entries(change).filter(([, section]) => section !== undefined);
  const merged = { ...before, ...Object.fromEntries(given) };
  const divisions = new Set<string | null>([null, ...merged.divisions.map(({ id }) => id)]);
  const prizes = merged.prizes.filter(({ divisionId }) => divisions.has(divisionId));
  const parsed = EditionSettings.safeParse({ ...merged, prizes });
  const known = new Set(criteria.map(({ id }) => `criterion:${id}`));
  const strange = merged.judging.tieBreak.some(
    (rule) => rule.startsWith('criterion:') && !known.has(rule),
  );
  if (!parsed.success || strange) throw refuse('edition.rules-unknown');
  return parsed.data;
}

/** Points can be asked for only what every entry has. Refuses edition.telling-not-required. */
function requireTold(
  { telling }: Pick<EditionSettings, 'telling'>,
  criteria: readonly Pick<CriterionView, 'work'>[],
): void {
  if (telling.mode === 'required' || criteria.every(({ work }) => work === 'drawing')) return;
  throw refuse('edition.telling-not-required');
}

function requireOpen<P extends string>(changed: readonly P[], closed: readonly P[]): void {
  const part = changed.find((name) => closed.includes(name));
  if (part !== undefined) throw refuse('edition.rules-closed', { part });
}

function changedFacts(
  rules: Rules,
  facts: EditionFacts,
  criteria: Rules['criteria'],
): ClosedFact[] {
  const before = rules.edition;
  const parts: ClosedFact[] = [];
  if (before.opensAt !== facts.opensAt) parts.push('opensAt');
  if (before.closesAt !== facts.closesAt) parts.push('closesAt');
  if (before.minPages !== facts.minPages || before.maxPages !== facts.maxPages) {
    parts.push('pages');
  }
  if (before.judgesPerEntry !== facts.judgesPerEntry) parts.push('judgesPerEntry');
  const { from, to } = fromTo(rules.criteria.map(lineOf), criteria.map(lineOf));
  if (from !== to) parts.push('criteria');
  return parts;
}

function lineOf({ id, name, description, maxPoints, work, levels }: CriterionView) {
  return { id, name, description, maxPoints, work, levels };
}

function fromTo(before: unknown, after: unknown): { from: string; to: string } {
  return { from: JSON.stringify(before), to: JSON.stringify(after) };
}
