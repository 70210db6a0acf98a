import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { NO_COMMENT } from '@domain/judging/child-comment.ts';
import { verifyArchive } from '@domain/judging/archive/verify-archive.ts';
import type { Id } from '@domain/kernel/ids.ts';
import type { Actor } from '@domain/people/actor.ts';
import { listAudit } from '@server/store/queries/audit.ts';
import { closeJudging, closeSubmission } from '@server/usecases/organiser/close-round.ts';
import { publishRound } from '@server/usecases/organiser/publish-round.ts';
import { submitSheet } from '@server/usecases/judging/write-sheet.ts';
import { choosePair, listPairs, readPair } from '@server/usecases/pairs/judge-pairs.ts';
import {
  buildAdult,
  buildContest,
  buildEntry,
  buildPupil,
  callerFor,
} from '@tests/fixtures/builders.ts';
import { freezeNow } from '@tests/fixtures/builders-decision.ts';
import { assignNow } from '@tests/fixtures/builders-rows.ts';
import { DATABASES, type TestEngine } from '@tests/fixtures/databases.ts';
import { beginFinal } from './begin-final.ts';
import { changePrize, restorePrize } from './change-prize.ts';
import { readDecision } from './deciding.ts';
import { exportRatings, exportSheets } from './export-sheets.ts';
import { freezeResult, reopenResult, signResult } from './freeze-result.ts';
import { readArchive } from './read-archive.ts';
import { readFlags } from './read-flags.ts';

const NAME = 'Nguyễn Thị Ngọc Ưởng';

/** Five entries judged by three judges each, judging closed. */
async function begin({ open }: TestEngine) {
  const contest = await buildContest(await open(), { judgesPerEntry: 3 });
  const { world, schoolClass, organiser, edition } = contest;
  const { deps, db } = world;
  const entryIds: Id[] = [];
  for (let i = 0; i < 5; i += 1) {
    const pupil = await buildPupil(world, schoolClass, { fullName: `${NAME} ${i + 1}` });
    entryIds.push((await buildEntry(world, pupil)).entryId);
  }
  const judges: Extract<Actor, { role: 'judge' }>[] = [];
  for (let i = 0; i < 3; i += 1) {
    judges.push({ role: 'judge', accountId: await buildAdult(world, 'judge', `Vũ Lan ${i + 1}`) });
  }
  await assignNow({ deps }, organiser);
  const [content, art] = edition.criterionIds as [Id, Id];
  const sheets = await db.selectFrom('sheet').select(['id', 'judge_id', 'entry_id']).execute();
  for (const { id: sheetId, judge_id: accountId, entry_id: entryId } of sheets) {
    const judge = judges.findIndex((one) => one.accountId === accountId);
    const total = 90 - 2 * entryIds.indexOf(entryId) + 4 * judge - 4;
    await submitSheet(deps, callerFor({ role: 'judge', accountId }, 'sheet.write'), {
      sheetId,
      version: 0,
      points: { [content]: Math.min(60, total), [art]: Math.max(0, total - 60) },
      note: '',
      comment: NO_COMMENT,
      flag: null,
    });
  }
  await closeSubmission(deps, callerFor(organiser, 'round.close'));
  await closeJudging(deps, callerFor(organiser, 'round.close'));
  const as = callerFor.bind(null, organiser);
  const read = () => readDecision(deps, as('decision.read'));
  return { ...contest, deps, db, entryIds, judges, as, read };
}

describe.each(DATABASES)('a decision on $name', (engine) => {
  it('needs two people who sign the very result that is frozen', async () => {
    const { world, deps, organiser, entryIds, as, read } = await begin(engine);
    const second: Actor = {
      role: 'organiser',
      accountId: await buildAdult(world, 'organiser', 'Phan Thị Mỹ Lệ'),
    };
    const proposal = await read();
    expect(proposal).toMatchObject({ state: 'open', version: 1, signatures: [] });
    expect(proposal.divisions[0]!.rows.map(({ entryId, prize }) => [entryId, prize])).toEqual([
      [entryIds[0], 'nhat'],
      [entryIds[1], 'nhi'],
      [entryIds[2], 'nhi'],
      [entryIds[3], 'ba'],
      [entryIds[4], 'ba'],
    ]);
    const seen = { resultSha256: proposal.resultSha256! };
    await signResult(deps, as('decision.sign'), seen);
    await expect(signResult(deps, as('decision.sign'), seen)).rejects.toMatchObject({
      code: 'decision.already-signed',
    });
    await expect(freezeResult(deps, as('decision.freeze'))).rejects.toMatchObject({
      code: 'decision.signatures-missing',
    });

    const change = { entryId: entryIds[4]!, prizeId: null, reason: 'Gia đình xin rút giải' };
    const changed = await changePrize(deps, as('decision.change'), change);
    expect(changed.resultSha256).not.toBe(seen.resultSha256);
    expect(changed.signatures).toMatchObject([{ valid: false, own: true }]);
    await expect(signResult(deps, callerFor(second, 'decision.sign'), seen)).rejects.toMatchObject({
      code: 'decision.changed',
    });
    const now = { resultSha256: changed.resultSha256! };
    await signResult(deps, callerFor(second, 'decision.sign'), now);
    await signResult(deps, as('decision.sign'), now);
    expect(await freezeResult(deps, as('decision.freeze'))).toMatchObject({
      state: 'frozen',
      resultSha256: now.resultSha256,
      versions: [{ version: 1, publishedAt: null, reopenedAt: null }],
    });
    for (const act of [
      () => changePrize(deps, as('decision.change'), change),
      () => signResult(deps, as('decision.sign'), now),
      () => freezeResult(deps, as('decision.freeze')),
    ]) {
      await expect(act()).rejects.toMatchObject({ code: 'decision.frozen' });
    }
    expect(organiser.role).toBe('organiser');
  });

  it('is kept in an archive that verifies and names no child', async () => {
    const { world, deps, organiser, as } = await begin(engine);
    const { decision } = await freezeNow(world, organiser);
    const bytes = await readArchive(deps, as('decision.read'), { version: 1 });
    expect(verifyArchive(bytes)).toEqual({
      ok: true,
      resultSha256: decision.resultSha256,
      differences: [],
    });
    const files = unzipSync(bytes);
    for (const content of Object.values(files)) {
      expect(strFromU8(content)).not.toMatch(/Ưởng|Vũ Lan|Hải Âu/);
    }
    await expect(readArchive(deps, as('decision.read'), { version: 2 })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('is reopened with a reason into a version beside the old, and published anew', async () => {
    const { world, deps, db, organiser, entryIds, as } = await begin(engine);
    const { second } = await freezeNow(world, organiser);
    const publish = () => publishRound(deps, as('round.publish'));
    await publish();
    await expect(publish()).rejects.toMatchObject({ code: 'round.already-published' });

    const reason = 'Phúc khảo theo đơn của phụ huynh';
    expect(await reopenResult(deps, as('decision.reopen'), { reason })).toMatchObject({
      state: 'open',
      version: 2,
      signatures: [],
      versions: [{ version: 1, reopenReason: reason }],
    });
    await expect(publish()).rejects.toMatchObject({ code: 'decision.not-frozen' });
    await expect(reopenResult(deps, as('decision.reopen'), { reason })).rejects.toMatchObject({
      code: 'decision.not-frozen',
    });
    const given = { entryId: entryIds[1]!, prizeId: 'nhat', reason: 'Đồng giải Nhất' };
    const { resultSha256 } = await changePrize(deps, as('decision.change'), given);
    for (const actor of [organiser, second]) {
      await signResult(deps, callerFor(actor, 'decision.sign'), { resultSha256: resultSha256! });
    }
    await freezeResult(deps, as('decision.freeze'));
    await publish();
    const first = await readArchive(deps, as('decision.read'), { version: 1 });
    const latest = await readArchive(deps, as('decision.read'), { version: 2 });
    expect([verifyArchive(first), verifyArchive(latest)]).toMatchObject([
      { ok: true },
      { ok: true },
    ]);
    expect(await db.selectFrom('result').select('entry_id').execute()).toHaveLength(5);
    const acts = (await listAudit(db)).map(({ action }) => action);
    expect(acts.filter((action) => action === 'round.publish')).toHaveLength(2);
  });

  it('gives a changed prize back to the rule', async () => {
    const { deps, entryIds, as, read } = await begin(engine);
    const before = (await read()).resultSha256;
    const entryId = entryIds[0]!;
    await changePrize(deps, as('decision.change'), { entryId, prizeId: 'ba', reason: 'Thử xem' });
    const restored = await restorePrize(deps, as('decision.change'), { entryId });
    expect(restored.resultSha256).toBe(before);
    await expect(
      changePrize(deps, as('decision.change'), { entryId, prizeId: 'vang', reason: 'Không có' }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  it('lets judges without conflict compare what is close, blind, and takes their order', async () => {
    const { deps, db, entryIds, judges, organiser, as, read } = await begin(engine);
    expect((await read()).divisions[0]!.bandCount).toBeGreaterThan(0);
    await db
      .insertInto('judge_tie')
      .values({
        id: deps.randomness.id(),
        judge_id: judges[0]!.accountId,
        kind: 'entry',
        subject_id: entryIds[1]!,
        source: 'organiser',
        note: '',
        recorded_by: organiser.role === 'organiser' ? organiser.accountId : '',
        recorded_at: 0,
      })
      .execute();
    const begun = await beginFinal(deps, as('final.begin'), { divisionId: '' });
    const planned = begun.divisions[0]!.finals.reduce((sum, final) => sum + final.planned, 0);
    await expect(beginFinal(deps, as('final.begin'), { divisionId: '' })).rejects.toMatchObject({
      code: 'final.already-begun',
    });

    const codes = await db.selectFrom('entry').select(['id', 'blind_code']).execute();
    const codeOf = new Map(codes.map(({ id, blind_code: code }) => [id, code]));
    const tied = codeOf.get(entryIds[1]!)!;
    // Judges see it the other way round from the scores.
    const better = entryIds.toReversed().map((id) => codeOf.get(id)!);
    let seen = 0;
    for (const judge of judges) {
      const { pairs } = await listPairs(deps, callerFor(judge, 'pair.list'));
      for (const { id: pairId } of pairs) {
        const view = await readPair(deps, callerFor(judge, 'pair.read'), { pairId });
        expect(JSON.stringify(view)).not.toMatch(/Ưởng|Hải Âu|BD-0/);
        const shown = [view.left.blindCode, view.right.blindCode];
        if (judge === judges[0]) expect(shown).not.toContain(tied);
        const chosen = better.indexOf(shown[0]!) < better.indexOf(shown[1]!) ? 'left' : 'right';
        await choosePair(deps, callerFor(judge, 'pair.write'), { pairId, chosen });
        seen += 1;
        const other = callerFor(
          judges.find((one) => one !== judge)!,
          'pair.read',
        );
        await expect(readPair(deps, other, { pairId })).rejects.toMatchObject({
          code: 'permission.denied',
        });
      }
    }
    const { finals, rows } = (await read()).divisions[0]!;
    expect(finals.reduce((sum, final) => sum + final.judged, 0)).toBe(seen);
    expect(planned).toBeGreaterThanOrEqual(seen);
    if (finals.every(({ counts }) => counts)) {
      expect(rows.map(({ entryId }) => entryId)).not.toEqual(entryIds);
    }
  });

  it('exports sheets that spreadsheets open and fits read, and flags for a person', async () => {
    const { deps, as } = await begin(engine);
    const csv = await exportSheets(deps, as('decision.read'), 'csv');
    expect([...csv.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(strFromU8(csv).split('\r\n')).toHaveLength(1 + 15 + 1);
    const workbook = unzipSync(await exportSheets(deps, as('decision.read'), 'workbook'));
    const text = Object.values(workbook)
      .map((file) => strFromU8(file))
      .join('');
    expect(text).toContain(NAME);
    expect(text).not.toContain('<f>');
    const ratings = strFromU8(await exportRatings(deps, as('decision.read')));
    expect(ratings).toMatch(/^entry,judge,criterion,score,max\n/);
    expect(ratings).not.toContain('Ưởng');
    expect(await readFlags(deps, as('round.oversee'))).toMatchObject({
      judges: 3,
      sheets: 15,
      icc: { single: { value: expect.any(Number) } },
    });
  });
});
