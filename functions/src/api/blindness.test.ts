import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Route } from '@contract/route.ts';
import { DEFAULT_SETTINGS } from '@domain/contest/settings.ts';
import type { Id } from '@domain/kernel/ids.ts';
import { rolesFor } from '@domain/people/can.ts';
import { sha256Hex } from '@domain/story/hash.ts';
import { cleanRecording } from '@domain/story/recording/clean-recording.ts';
import { encodeTelling } from '@domain/story/telling-manifest.ts';
import { goOn, NO_TELLING, write } from '@domain/story/telling.ts';
import type { ReadPhoto } from '@server/ports/renderer.ts';
import { rendererOf } from '@server/adapters/raster/page-jobs.ts';
import { runJob } from '@server/adapters/raster/run-job.ts';
import { saveReferences } from '@server/usecases/organiser/references.ts';
import { photoFile } from '@server/usecases/photo/photo-file.ts';
import { sendPhoto } from '@server/usecases/photo/send-photo.ts';
import { openDraft } from '@server/usecases/pupil/open-draft.ts';
import { putBlob } from '@server/usecases/pupil/put-blob.ts';
import { submitEntry } from '@server/usecases/pupil/submit-entry.ts';
import { joinRecording } from '@server/usecases/telling/join-recording.ts';
import { CLASS_CODE, NOON_MS, PEOPLE, PIN, startApi } from '@tests/fixtures/api.ts';
import {
  buildAdult,
  buildClass,
  buildPupil,
  buildSchool,
  callerFor,
  sendStory,
} from '@tests/fixtures/builders.ts';
import { buildStory } from '@tests/fixtures/builders-story.ts';
import { insertSheet } from '@tests/fixtures/builders-rows.ts';
import { CONTRACT } from '@tests/fixtures/contract.ts';
import { DATABASES } from '@tests/fixtures/databases.ts';
import { photoWithPlace } from '@tests/fixtures/photos.ts';

const ROUND = 'round'.padEnd(22, '0');
const CRITERION = 'criterion'.padEnd(22, '0');
const REASON = { reason: 'Tôi quen em này' };
const NAMES = {
  commune: 'Xã Lân Quýt Xặm',
  school: 'Trường Phượng Zọ Tím',
  className: '9Qzx',
  pupils: ['Wừng Hoàng Yểng', 'Zương Bạch Quỳnh', 'Xuyến Ghềnh Ráng', 'Ỷ Lan Quắm'],
  teacher: 'Quách Zạ Thảo',
};
/** As file names and addresses often spell it. */
const withoutMarks = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '');

const BORN = '2016-11-23';

/** What a story, a telling and a photograph of a phone look like when they come in. */
async function buildRoster() {
  let photos: ReadPhoto = async () => null;
  const renderer = rendererOf(runJob, (hash) => photos(hash));
  const opened = await DATABASES[0]!.open();
  const api = await startApi(opened, { deps: renderer });
  photos = (hash) => photoFile(api.deps, hash);
  const world = { deps: api.deps, db: opened.db, time: api.time, rendered: [] };
  const { db } = opened;
  const settings = {
    ...DEFAULT_SETTINGS,
    telling: { mode: 'optional', maxMinutes: 3 },
    calibration: { required: true },
  };
  await db
    .updateTable('edition')
    .set({ settings: JSON.stringify(settings) })
    .execute();
  await db
    .insertInto('criterion')
    .values({
      id: CRITERION,
      edition_id: PEOPLE.edition,
      position: 1,
      name: 'Nội dung',
      description: '',
      max_points: 30,
    })
    .execute();
  const edition = {
    id: PEOPLE.edition,
    provinceId: PEOPLE.province,
    roundId: ROUND,
    criterionIds: [CRITERION],
  };
  const { schoolId, communeId } = await buildSchool(world, edition, NAMES);
  const schoolClass = await buildClass(world, edition, schoolId, NAMES.className);
  await db
    .updateTable('account')
    .set({ full_name: NAMES.teacher, email: 'quach.za.thao@example.org' })
    .where('id', '=', schoolClass.teacher.accountId)
    .execute();
  const raw = readFileSync(
    join(import.meta.dirname, '../../../tests/fixtures/recordings/chromium.webm'),
  );
  const sound = cleanRecording(new Uint8Array(raw)).bytes;
  const photo = await photoWithPlace();
  const entries: { entryId: Id; pupilId: Id }[] = [];
  for (const [index, fullName] of NAMES.pupils.entries()) {
    api.time.now = NOON_MS + 1_234_567 + index;
    const pupil = await buildPupil(world, schoolClass, { fullName, birthDate: BORN });
    const as = (action: Parameters<typeof callerFor>[1]) => callerFor(pupil, action);
    const send = async (bytes: Uint8Array) => {
      await putBlob(api.deps, as('blob.write'), { hash: sha256Hex(bytes), bytes });
      return sha256Hex(bytes);
    };
    await sendPhoto(api.deps, as('blob.write'), { hash: sha256Hex(photo), bytes: photo });
    const { entryId } = await openDraft(api.deps, as('harbour.read'));
    const story = buildStory({ title: 'Đảo xa', photo: sha256Hex(photo), shiftPx: index });
    await sendStory(world, pupil, story);
    const piece = await send(sound);
    const recording = await joinRecording(api.deps, as('blob.write'), { pieces: [piece] });
    const told = goOn(NO_TELLING, 1, recording);
    const tellingHash = await send(encodeTelling(write(told, 2, 'Bà thắp đèn chờ.')));
    const { pictureHash, processHash } = story;
    await submitEntry(api.deps, as('entry.submit'), {
      entryId,
      pictureHash,
      processHash,
      tellingHash,
    });
    entries.push({ entryId, pupilId: pupil.pupilId });
  }
  api.time.now = NOON_MS + 9_000_000;
  return { api, world, schoolId, communeId, schoolClass, entries, photoHash: sha256Hex(photo) };
}

type Roster = Awaited<ReturnType<typeof buildRoster>>;

/** Everything that tells a child, a class or a school, or leads to one, as it could be written. */
async function secretsOf({ world, schoolId, communeId, schoolClass }: Roster): Promise<string[]> {
  const rows = await world.db
    .selectFrom('pupil')
    .innerJoin('entry_author', 'entry_author.pupil_id', 'pupil.id')
    .innerJoin('entry', 'entry.id', 'entry_author.entry_id')
    .select(['pupil.id', 'pupil.pin_sealed', 'pupil.secret_sealed', 'pupil.secret_hash'])
    .select(['entry.id as entryId', 'entry.receipt_number', 'entry.process_hash'])
    .select(['entry.telling_hash', 'entry.submitted_at'])
    .execute();
  const names = [NAMES.commune, NAMES.school, NAMES.className, ...NAMES.pupils, NAMES.teacher];
  const words = names.flatMap((name) => [name, name.split(' ').at(-1)!]);
  const { code } = await world.db
    .selectFrom('school_class')
    .select('code')
    .where('id', '=', schoolClass.id)
    .executeTakeFirstOrThrow();
  const moments = rows.map(({ submitted_at }) => submitted_at!);
  return [
    ...words.flatMap((word) => [word, word.normalize('NFD'), withoutMarks(word)]),
    BORN,
    '23/11/2016',
    code,
    schoolId,
    communeId,
    schoolClass.id,
    schoolClass.teacher.accountId,
    'quach.za.thao',
    ...rows.flatMap(({ submitted_at: _moment, ...row }) => Object.values(row).map(String)),
    ...moments.flatMap((at) => [String(at), new Date(at).toISOString().slice(0, 19)]),
    PIN,
    CLASS_CODE,
    'Exif',
    'GPS',
  ];
}

type Part = { readonly name: string; readonly content: Uint8Array };

/** What a WebP file holds beside its pixels. */
function chunksBeside(bytes: Uint8Array): Part[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: Part[] = [];
  for (let at = 12; at + 8 <= bytes.length;) {
    const size = view.getUint32(at + 4, true);
    const name = String.fromCharCode(...bytes.subarray(at, at + 4));
    found.push({ name, content: bytes.subarray(at + 8, at + 8 + size) });
    at += 8 + size + (size % 2);
  }
  return found.filter(({ name }) => !['VP8 ', 'VP8L', 'VP8X', 'ALPH'].includes(name));
}

/** What a JPEG holds beside its pixels: comments, and applications other than JFIF. */
function segmentsBeside(bytes: Uint8Array): Part[] {
  const found: Part[] = [];
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1]!;
    if (marker === 0xda) break;
    const size = (bytes[at + 2]! << 8) | bytes[at + 3]!;
    const content = bytes.subarray(at + 4, at + 2 + size);
    if (marker === 0xfe || (marker > 0xe0 && marker <= 0xef)) {
      found.push({ name: `APP${marker - 0xe0}`, content });
    }
    at += 2 + size;
  }
  return found;
}

/** The colour profile that the server's own canvas writes; the same in every file, or it tells. */
const PROFILES = ['ICCP', 'APP2'];

const SIGNS_OUT = ['signOut'];

/** Bodies that a route takes, so that it answers and does not only refuse. */
const BODIES: Readonly<Record<string, object>> = {
  saveSheet: { version: 0, points: { [CRITERION]: 12 }, note: 'Đẹp' },
  submitSheet: { version: 1, points: { [CRITERION]: 12 }, note: 'Đẹp' },
  declareConflict: REASON,
  scoreReference: { points: { [CRITERION]: 20 } },
  choosePair: { chosen: 'left' },
};

it('no answer that a judge can get tells whose work it is', { timeout: 60_000 }, async () => {
  const roster = await buildRoster();
  const { api, world, entries, photoHash } = roster;
  const { db } = world;
  const judgeId = PEOPLE.judge;
  const other = await buildAdult(world, 'judge', 'Giám khảo khác');
  const seats = { roundId: ROUND, judgeId };
  const [first, second, third, fourth] = entries.map(({ entryId }) => entryId) as [Id, Id, Id, Id];
  const own = [await insertSheet(world, { ...seats, entryId: first })];
  own.push(await insertSheet(world, { ...seats, entryId: second }));
  const foreign = await insertSheet(world, { roundId: ROUND, judgeId: other, entryId: first });
  const organiser = { role: 'organiser' as const, accountId: PEOPLE.organiser };
  const line = { criterionId: CRITERION, points: 20, comment: 'Rõ ràng' };
  await saveReferences(api.deps, callerFor(organiser, 'reference.write'), {
    references: [third, fourth].map((entryId) => ({ entryId, comment: 'Hay', lines: [line] })),
  });
  const references = await db.selectFrom('reference_entry').select('id').execute();
  const final = {
    id: 'final'.padEnd(22, '0'),
    round_id: ROUND,
    division_id: '',
    position: 1,
    seed: 1,
    entries: JSON.stringify({ entryIds: [first, second], lines: [] }),
    begun_at: NOON_MS,
    begun_by: PEOPLE.organiser,
  };
  await db.insertInto('final').values(final).execute();
  const pair = { final_id: final.id, left_entry_id: first, right_entry_id: second };
  const pairs = ['pairOwn', 'pairForeign'].map((name) => name.padEnd(22, '0'));
  for (const [index, id] of pairs.entries()) {
    const judge_id = index === 0 ? judgeId : other;
    await db
      .insertInto('final_pair')
      .values({ ...pair, id, judge_id, position: index + 1, chosen: null, chosen_at: null })
      .execute();
  }

  const secrets = await secretsOf(roster);
  const values: Readonly<Record<string, readonly string[]>> = {
    sheetId: [...own, foreign],
    referenceId: references.map(({ id }) => id),
    pairId: pairs,
    entryId: [first, third],
    pupilId: [entries[0]!.pupilId],
    classId: [roster.schoolClass.id],
    accountId: [roster.schoolClass.teacher.accountId],
    judgeId: [judgeId, other],
    page: ['1', '2', '9'],
    recording: ['0', '1'],
    side: ['left', 'right'],
    hash: [photoHash],
    locale: ['vi', 'en'],
    version: ['1'],
  };
  const fillings = (route: Route): Record<string, string>[] =>
    [...route.path.matchAll(/:(\w+)/g)].reduce<Record<string, string>[]>(
      (all, [, name]) =>
        all.flatMap((given) =>
          (values[name!] ?? ['x'.repeat(22)]).map((value) => ({ ...given, [name!]: value })),
        ),
      [{}],
    );

  const cookie = await api.cookieOf('judge');
  const answered = new Set<string>();
  const told: string[] = [];
  const profiles = new Map<string, string>();
  const ask = async (route: Route, params: Record<string, string>) => {
    const path = route.path.replace(/:(\w+)/g, (_, name: string) => params[name]!);
    const json = route.body ? { json: BODIES[route.id] ?? {} } : {};
    const response = await api.send(route.method.toUpperCase(), path, { ...json, cookie });
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (response.ok) answered.add(route.id);
    const where = `${route.method} ${path}`;
    const head = [...response.headers].flat().join('\n');
    const text = `${head}\n${Buffer.from(bytes).toString('utf8')}`;
    const seen = `${text}\n${Buffer.from(bytes).toString('latin1')}`;
    for (const secret of secrets) {
      // What the judge asked for by name is no news: an id in a path comes back in no answer.
      if (seen.includes(secret)) told.push(`${where} tells ${secret}`);
    }
    if (response.ok && [foreign, pairs[1]].some((id) => Object.values(params).includes(id!))) {
      told.push(`${where} opens what is another judge’s`);
    }
    const type = response.headers.get('content-type') ?? '';
    const isJpeg = bytes[0] === 0xff && bytes[1] === 0xd8;
    const beside =
      type === 'image/webp' ? chunksBeside(bytes) : isJpeg ? segmentsBeside(bytes) : [];
    for (const { name, content } of beside) {
      const hash = sha256Hex(content);
      if (PROFILES.includes(name) && (profiles.get(name) ?? hash) === hash)
        profiles.set(name, hash);
      else told.push(`${where} has ${name} beside its pixels`);
    }
    if (type.startsWith('audio/') && sha256Hex(bytes) !== sha256Hex(cleanRecording(bytes).bytes)) {
      told.push(`${where} is a recording with more in it than sound`);
    }
  };

  const reachable = CONTRACT.filter(
    ({ id, action }) => rolesFor(action).includes('judge') && !SIGNS_OUT.includes(id),
  );
  const last = ['submitSheet', 'declareConflict'];
  const walk = async (routes: readonly Route[]) => {
    for (const route of routes) for (const params of fillings(route)) await ask(route, params);
  };
  // Twice: the real sheets open only after the references, which the first walk scores.
  const opening = reachable.filter(({ id }) => !last.includes(id));
  await walk(opening);
  await walk([...opening, ...last.flatMap((id) => reachable.filter((route) => route.id === id))]);

  expect(told).toEqual([]);
  // A walk that meets closed doors only would prove nothing.
  const judges = reachable.filter(({ action }) => !rolesFor(action).includes('pupil'));
  expect(judges.map(({ id }) => id).filter((id) => !answered.has(id))).toEqual([]);
});
