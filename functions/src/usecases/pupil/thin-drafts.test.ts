import { describe, expect, it } from 'vitest';
import { sha256Hex } from '@domain/story/hash.ts';
import type { StoryEvent } from '@domain/story/event.ts';
import { encodePicture } from '@domain/story/picture-codec.ts';
import { pictureOf } from '@domain/story/picture.ts';
import { decodeProcess, encodeProcess } from '@domain/story/process-codec.ts';
import { replay } from '@domain/story/story.ts';
import { buildContest, buildPupil, callerFor, DAY_MS, START_MS } from '@tests/fixtures/builders.ts';
import { DATABASES, type TestEngine } from '@tests/fixtures/databases.ts';
import { goOn, line, TWO_PAGES } from '@tests/fixtures/drawn-story.ts';
import { listDraftVersions } from './list-draft-versions.ts';
import { openDraft } from './open-draft.ts';
import { putBlob } from './put-blob.ts';
import { readDraftBlob } from './read-draft-blob.ts';
import { readDraftCopy } from './read-draft-copy.ts';
import { saveDraft } from './save-draft.ts';
import { sentBytesOf } from '@server/store/queries/blobs.ts';
import { submitEntry } from './submit-entry.ts';
import { thinDrafts } from './thin-drafts.ts';

const MINUTE = 60_000;

async function begin({ open }: TestEngine) {
  const { world, schoolClass, ...contest } = await buildContest(await open(), {
    closesAt: START_MS + 90 * DAY_MS,
  });
  const pupil = await buildPupil(world, schoolClass);
  const { deps, time } = world;
  const { entryId } = await openDraft(deps, callerFor(pupil, 'harbour.read'));
  const writer = () => callerFor(pupil, 'draft.write');
  const reader = () => callerFor(pupil, 'draft.read');
  const send = async (bytes: Uint8Array) => {
    const hash = sha256Hex(bytes);
    await putBlob(deps, callerFor(pupil, 'blob.write'), { hash, bytes });
    return hash;
  };
  const save = async (baseVersion: number, events: readonly StoryEvent[]) => {
    const processHash = await send(encodeProcess(events));
    return saveDraft(deps, writer(), { entryId, baseVersion, processHash });
  };
  /** A stroke and a save every 20 seconds. */
  const draw = async (log: readonly StoryEvent[], count: number, base: number) => {
    let [events, version] = [log, base];
    for (let i = 0; i < count; i += 1) {
      events = goOn(events, line(1, i));
      time.now += 20_000;
      ({ version } = await save(version, events));
    }
    return { events, version };
  };
  const versions = async () => {
    const rows = await world.db
      .selectFrom('draft_version')
      .select(['version', 'process_hash as hash'])
      .orderBy('version')
      .execute();
    return rows;
  };
  const filesThere = async (hashes: readonly string[]) => {
    const there = await Promise.all(hashes.map((hash) => deps.files.has(hash)));
    return there.filter(Boolean).length;
  };
  return {
    ...contest,
    world,
    deps,
    time,
    pupil,
    entryId,
    reader,
    send,
    save,
    draw,
    versions,
    filesThere,
  };
}

describe.each(DATABASES)('thinning drafts on $name', (engine) => {
  it('keeps few versions of an hour, each of which still opens, and their files', async () => {
    const { deps, time, draw, versions, filesThere, pupil, entryId, reader, world } =
      await begin(engine);
    await draw(TWO_PAGES, 90, 0);
    const before = await versions();
    const sentBefore = await sentBytesOf(world.db, pupil.pupilId);
    await thinDrafts(deps);
    const after = await versions();
    expect(after.length).toBeLessThanOrEqual(4 + 6);
    expect(after.at(-1)).toEqual(before.at(-1));
    expect(await sentBytesOf(world.db, pupil.pupilId)).toBeLessThan(sentBefore / 5);
    for (const { version } of after) {
      const bytes = await readDraftBlob(deps, reader(), { entryId, version });
      expect(replay(decodeProcess(bytes)).order).toHaveLength(2);
    }
    // A backup that began before still finds every file.
    expect(await filesThere(before.map(({ hash }) => hash))).toBe(90);
    for (let hour = 0; hour < 2; hour += 1) {
      time.now += 61 * MINUTE;
      await thinDrafts(deps);
    }
    const now = await versions();
    expect(await filesThere(before.map(({ hash }) => hash))).toBe(now.length);
    await thinDrafts(deps);
    expect(await versions()).toEqual(now);
  });

  it('never lets go what a later version does not go on from', async () => {
    const { deps, time, draw, save, versions, entryId, reader } = await begin(engine);
    const first = await draw(TWO_PAGES, 5, 0);
    const other = goOn(TWO_PAGES, line(2, 77));
    const taken = await save(first.version, other);
    const second = await draw(other, 5, taken.version);
    // Back to the first story: its name was there before.
    await save(second.version, first.events);
    time.now += 2 * DAY_MS;
    await draw(first.events, 3, second.version + 1);
    time.now += 2 * DAY_MS;
    await thinDrafts(deps);
    const kept = new Set((await versions()).map(({ hash }) => hash));
    const dear = [first.events, second.events].map((events) => sha256Hex(encodeProcess(events)));
    for (const hash of dear) {
      expect(kept).toContain(hash);
      await readDraftCopy(deps, reader(), { entryId, hash });
    }
    const { copies } = await listDraftVersions(deps, reader(), { entryId });
    expect(copies.map(({ processHash }) => processHash)).toEqual(expect.arrayContaining(dear));
  });

  it('keeps the side of a conflict', async () => {
    const { deps, time, draw, save, versions } = await begin(engine);
    const { version } = await draw(TWO_PAGES, 3, 0);
    const side = goOn(TWO_PAGES, line(2, 5));
    await expect(save(1, side)).rejects.toMatchObject({ code: 'draft.conflict' });
    await draw(goOn(TWO_PAGES, line(1, 0), line(1, 1), line(1, 2)), 4, version);
    time.now += 40 * DAY_MS;
    await thinDrafts(deps);
    const kept = (await versions()).map(({ hash }) => hash);
    expect(kept).toContain(sha256Hex(encodeProcess(side)));
    expect(kept).toHaveLength(2);
  });

  it('never removes what was submitted', async () => {
    const { deps, time, pupil, draw, save, send, entryId, filesThere } = await begin(engine);
    const captions = [1, 2].map(
      (pageId) => ({ kind: 'caption-set', pageId, text: 'Thuyền ra khơi.' }) as const,
    );
    const { events, version } = await draw(goOn(TWO_PAGES, ...captions), 3, 0);
    const submitted = encodeProcess(events);
    const processHash = sha256Hex(submitted);
    const longer = await save(version, goOn(events, line(1, 9)));
    expect(longer.version).toBe(version + 1);
    const pictureHash = await send(encodePicture(pictureOf(replay(events))));
    const submitter = callerFor(pupil, 'entry.submit');
    await submitEntry(deps, submitter, { entryId, pictureHash, processHash });
    for (let round = 0; round < 2; round += 1) {
      time.now += 40 * DAY_MS;
      await thinDrafts(deps);
    }
    expect(await filesThere([processHash, pictureHash])).toBe(2);
  });

  it('goes on where it was cut off', async () => {
    const { deps, time, draw, versions, filesThere, world } = await begin(engine);
    await draw(TWO_PAGES, 30, 0);
    const before = await versions();
    await thinDrafts(deps);
    time.now += 61 * MINUTE;
    let removals = 3;
    const dying = {
      ...deps.files,
      remove: async (hash: string) => {
        if (removals === 0) throw new Error('the power went');
        removals -= 1;
        await deps.files.remove(hash);
      },
    };
    await expect(thinDrafts({ ...deps, files: dying })).rejects.toThrow('the power went');
    time.now += 61 * MINUTE;
    await thinDrafts(deps);
    const kept = await versions();
    expect(await filesThere(before.map(({ hash }) => hash))).toBe(kept.length);
    expect(await world.db.selectFrom('leaving_blob').selectAll().execute()).toEqual([]);
  });

  it('asks again for bytes that went, also when the file is still there', async () => {
    const { deps, time, draw, save, send, entryId, world, filesThere, pupil } = await begin(engine);
    await draw(TWO_PAGES, 30, 0);
    const gone = goOn(TWO_PAGES, line(1, 0));
    const hash = sha256Hex(encodeProcess(gone));
    await thinDrafts(deps);
    const again = { entryId, baseVersion: 30, processHash: hash };
    const writer = callerFor(pupil, 'draft.write');
    await expect(saveDraft(deps, writer, again)).rejects.toMatchObject({ code: 'blob.missing' });
    await send(encodeProcess(gone));
    expect(
      await world.db.selectFrom('leaving_blob').selectAll().where('hash', '=', hash).execute(),
    ).toEqual([]);
    time.now += 2 * 60 * MINUTE;
    await thinDrafts(deps);
    expect(await filesThere([hash])).toBe(1);
    await expect(save(30, gone)).resolves.toMatchObject({ version: 31 });
  });

  it('loses nothing when saving, thinning and sending again happen at once', async () => {
    const { deps, time, draw, send, world, entryId, reader, versions } = await begin(engine);
    const { events } = await draw(TWO_PAGES, 25, 0);
    await thinDrafts(deps);
    time.now += 2 * 60 * MINUTE;
    const leaving = await world.db.selectFrom('leaving_blob').select('hash').execute();
    expect(leaving.length).toBeGreaterThan(10);
    const old = Array.from({ length: 25 }, (_, i) =>
      encodeProcess(events.slice(0, TWO_PAGES.length + i + 1)),
    );
    await Promise.all([thinDrafts(deps), ...old.map(send), thinDrafts(deps)]);
    // Whatever is acknowledged as sent is there.
    const sent = await world.db.selectFrom('blob').select('hash').execute();
    expect(sent.map(({ hash }) => hash)).toEqual(
      expect.arrayContaining(leaving.map(({ hash }) => hash)),
    );
    for (const { hash } of sent) expect(await deps.files.has(hash)).toBe(true);
    for (const { version } of await versions()) {
      await readDraftBlob(deps, reader(), { entryId, version });
    }
  });
});
