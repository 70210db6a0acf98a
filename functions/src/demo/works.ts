import { drawCode } from '@domain/classroom/card.ts';
import { BLIND_CODE_LENGTH, receiptNumber } from '@domain/entry/entry.ts';
import type { EpochMs, Id } from '@domain/kernel/ids.ts';
import type {
  BlobSenderTable,
  BlobTable,
  EntryAuthorTable,
  EntryTable,
  NewDraftVersionRow,
  TeamTable,
} from '@server/store/tables/stories.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { type Blob, type DrawnStory, encodeStory } from './blobs.ts';
import { drawDemoStory } from './pictures/draw-demo-story.ts';
import type { Plan } from './plan.ts';
import type { DemoRoster } from './roster.ts';
import { ROSTER } from './roster-content.ts';

const DAY_MS = 24 * 60 * 60_000;

export type DemoWorks = {
  readonly files: readonly Blob[];
  readonly teams: readonly TeamTable[];
  readonly entries: readonly EntryTable[];
  readonly authors: readonly EntryAuthorTable[];
  readonly blobs: readonly BlobTable[];
  readonly senders: readonly BlobSenderTable[];
  readonly draftVersions: readonly NewDraftVersionRow[];
  /** In the order of their receipts. */
  readonly submittedIds: readonly Id[];
  /** Place of a pupil in the plan → place of the submitted entry. */
  readonly entryOf: ReadonlyMap<number, number>;
};

type Work = {
  readonly id: Id;
  readonly story: DrawnStory;
  /** Places in the plan. */
  readonly authors: readonly number[];
  readonly teamId: Id | null;
  readonly savedAt: EpochMs;
  readonly receipt: { readonly number: string; readonly blindCode: string } | null;
};

function entryRow(editionId: Id, { id, story, teamId, savedAt, receipt }: Work): EntryTable {
  const submitted = receipt !== null;
  return {
    id,
    edition_id: editionId,
    team_id: teamId,
    state: submitted ? 'submitted' : 'draft',
    title: story.title,
    page_count: story.pageCount,
    draft_version: 1,
    receipt_number: receipt?.number ?? null,
    blind_code: receipt?.blindCode ?? null,
    picture_hash: submitted ? story.picture.hash : null,
    process_hash: submitted ? story.process.hash : null,
    telling_hash: null,
    submitted_at: submitted ? savedAt : null,
    created_at: savedAt - DAY_MS,
  };
}

function blindCodes(count: number, { integer }: Deps['randomness']): string[] {
  const codes = new Set<string>();
  while (codes.size < count) codes.add(drawCode(integer, BLIND_CODE_LENGTH));
  return [...codes];
}

/** Draws every story and lays out its rows as saving and submitting would have left them. */
export function drawWorks(
  plan: Plan,
  roster: DemoRoster,
  { deps, opensAt, now }: { deps: Pick<Deps, 'randomness'>; opensAt: EpochMs; now: EpochMs },
): DemoWorks {
  const { randomness } = deps;
  const { editionId } = roster;
  const [first] = plan.entries;
  const teamClass = plan.classes[plan.pupils[first![0]!]!.classIndex]!;
  const team: TeamTable = {
    id: randomness.id(),
    edition_id: editionId,
    school_id: roster.schoolIds[teamClass.schoolIndex]!,
    name: ROSTER.team,
  };
  const codes = blindCodes(plan.entries.length, randomness);
  const from = opensAt + 6 * DAY_MS;
  const stepMs = Math.floor((now - from) / (plan.entries.length + 1));
  const submitted = plan.entries.map((authors, index): Work => ({
    id: randomness.id(),
    story: encodeStory(drawDemoStory(index)),
    authors,
    teamId: index === 0 ? team.id : null,
    savedAt: from + (index + 1) * stepMs,
    receipt: { number: receiptNumber(index + 1), blindCode: codes[index]! },
  }));
  const drafts = plan.drafts.map((author, index): Work => ({
    id: randomness.id(),
    story: encodeStory(drawDemoStory(plan.entries.length + index)),
    authors: [author],
    teamId: null,
    savedAt: now - (index + 1) * DAY_MS,
    receipt: null,
  }));
  const works = [...submitted, ...drafts];
  const sent = works.flatMap(({ story, receipt, authors, savedAt }) =>
    (receipt === null ? [story.process] : [story.process, story.picture]).map((blob) => ({
      blob,
      pupilId: roster.pupilIds[authors[0]!]!,
      savedAt,
    })),
  );
  return {
    files: sent.map(({ blob }) => blob),
    teams: [team],
    entries: works.map((work) => entryRow(editionId, work)),
    authors: works.flatMap(({ id, authors }) =>
      authors.map((author, index) => ({
        entry_id: id,
        pupil_id: roster.pupilIds[author]!,
        edition_id: editionId,
        position: index + 1,
      })),
    ),
    blobs: sent.map(({ blob, savedAt }) => ({
      hash: blob.hash,
      size_bytes: blob.bytes.length,
      media_type: 'application/octet-stream',
      created_at: savedAt,
    })),
    senders: sent.map(({ blob, pupilId }) => ({ hash: blob.hash, pupil_id: pupilId })),
    draftVersions: works.map(({ id, story, savedAt }) => ({
      entry_id: id,
      version: 1,
      side: 0,
      process_hash: story.process.hash,
      saved_at: savedAt,
    })),
    submittedIds: submitted.map((work) => work.id),
    entryOf: new Map(
      plan.entries.flatMap((authors, index) => authors.map((author) => [author, index] as const)),
    ),
  };
}
