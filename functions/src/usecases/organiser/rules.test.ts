import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '@domain/contest/settings.ts';
import { listAudit } from '@server/store/queries/audit.ts';
import {
  buildAdult,
  buildContest,
  buildPupil,
  callerFor,
  START_MS,
} from '@tests/fixtures/builders.ts';
import { insertEntry, insertSheet } from '@tests/fixtures/builders-rows.ts';
import { DATABASES } from '@tests/fixtures/databases.ts';
import { removeUnit, renameUnit } from './change-unit.ts';
import { readRules, saveEdition, saveSettings } from './rules.ts';

describe.each(DATABASES)('the rules of an edition on $name', ({ open }) => {
  const built = async () => {
    const contest = await buildContest(await open());
    const edit = callerFor(contest.organiser, 'edition.edit');
    const rules = () => readRules(contest.world.deps, callerFor(contest.organiser, 'edition.read'));
    return { ...contest, edit, rules };
  };

  it('change section by section, once per version, and leave their trace', async () => {
    const { world, edit, rules } = await built();
    const { version } = await rules();
    const telling = { mode: 'optional', maxMinutes: 3 } as const;
    const change = { version, settings: { telling } };
    const saved = await saveSettings(world.deps, edit, change);
    expect(saved).toMatchObject({
      version: version + 1,
      settings: { ...DEFAULT_SETTINGS, telling },
    });
    await expect(saveSettings(world.deps, edit, change)).rejects.toMatchObject({
      code: 'edition.rules-conflict',
    });
    expect(await rules()).toEqual(saved);
    const audit = await listAudit(world.db);
    expect(audit.map(({ detail }) => [detail['section'], detail['to']])).toEqual([
      ['telling', JSON.stringify(telling)],
    ]);
  });

  it('keep judging as it was declared once a judge has begun', async () => {
    const { world, edition, schoolClass, edit, rules } = await built();
    const { entryId } = await insertEntry(world, [await buildPupil(world, schoolClass)]);
    const judgeId = await buildAdult(world, 'judge', 'Đinh Quốc Việt');
    await insertSheet(world, { roundId: edition.roundId, entryId, judgeId }, 'started');
    const { version, closed, settings, edition: facts, criteria } = await rules();
    expect(closed.settings).toContain('judging');
    expect(closed.edition).toEqual(['opensAt', 'pages', 'judgesPerEntry', 'criteria']);
    const judging = { ...settings.judging, decides: 'adjusted' } as const;
    await expect(
      saveSettings(world.deps, edit, { version, settings: { judging } }),
    ).rejects.toMatchObject({ code: 'edition.rules-closed', details: { part: 'judging' } });
    await expect(
      saveEdition(world.deps, edit, { version, edition: { ...facts, minPages: 1 }, criteria }),
    ).rejects.toMatchObject({ details: { part: 'pages' } });
    const renamed = { ...facts, name: 'Biển của em 2027', closesAt: facts.closesAt + 1000 };
    const prizes = [{ divisionId: null, list: [] }];
    const saved = await saveEdition(world.deps, edit, { version, edition: renamed, criteria });
    expect(saved).toMatchObject({ version: version + 1, edition: renamed, criteria });
    expect(
      await saveSettings(world.deps, edit, { version: version + 1, settings: { prizes } }),
    ).toMatchObject({ settings: { prizes } });
    await expect(
      saveEdition(world.deps, edit, {
        version: version + 2,
        edition: { ...renamed, closesAt: START_MS - 1 },
        criteria,
      }),
    ).rejects.toMatchObject({ details: { part: 'closesAt' } });
  });

  it('let a criterion go with the tie-break that named it', async () => {
    const { world, edition, edit, rules } = await built();
    const [first, second] = edition.criterionIds as [string, string];
    const judging = {
      ...DEFAULT_SETTINGS.judging,
      tieBreak: [`criterion:${second}`, 'draw'] as const,
    };
    const settings = { judging: { ...judging, tieBreak: [...judging.tieBreak] } };
    await saveSettings(world.deps, edit, { version: 0, settings });
    const { edition: facts, criteria } = await rules();
    const added = { id: null, name: 'Thông điệp', description: '', maxPoints: 10 };
    const next = [added, criteria.find(({ id }) => id === first)!];
    const saved = await saveEdition(world.deps, edit, {
      version: 1,
      edition: facts,
      criteria: next,
    });
    expect(saved.criteria.map(({ name }) => name)).toEqual(['Thông điệp', 'Nội dung']);
    expect(saved.criteria[1]?.id).toBe(first);
    expect(saved.settings.judging.tieBreak).toEqual(['draw']);
    await expect(saveSettings(world.deps, edit, { version: 2, settings })).rejects.toMatchObject({
      code: 'edition.rules-unknown',
    });
  });

  it('a unit takes another name, and goes only while nobody belongs to it', async () => {
    const { world, organiser, communeId, schoolId } = await built();
    const caller = callerFor(organiser, 'edition.set-up');
    const named = { name: 'Trường Tiểu học Hoàng Sa' };
    expect(await renameUnit(world.deps, caller, { unitId: schoolId }, named)).toMatchObject(named);
    for (const unitId of [schoolId, communeId]) {
      await expect(removeUnit(world.deps, caller, { unitId })).rejects.toMatchObject({
        code: 'unit.in-use',
      });
    }
    const id = world.deps.randomness.id();
    const unit = { id, kind: 'school', parent_id: communeId, name: 'Trường lập nhầm' } as const;
    await world.db.insertInto('unit').values(unit).execute();
    await expect(renameUnit(world.deps, caller, { unitId: id }, named)).rejects.toMatchObject({
      code: 'unit.name-taken',
    });
    await removeUnit(world.deps, caller, { unitId: id });
    await expect(removeUnit(world.deps, caller, { unitId: id })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
