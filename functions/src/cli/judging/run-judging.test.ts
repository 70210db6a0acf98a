import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FitReport } from '@domain/judging/models/fit-report.ts';
import { fit, run } from '@tests/fixtures/judging/command.ts';
import { resultTask } from '@tests/fixtures/judging/result-task.ts';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { writeArchive } from '@domain/judging/archive/write-archive.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'judging-cli-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function faultIn(text: string | Uint8Array, ...args: string[]) {
  await writeFile(join(folder, 'in.csv'), text);
  const { code, printed, complaints } = await run(folder, ...withFile(args));
  return { code, printed, complaint: complaints.join('\n') };
}

const withFile = ([verb = 'fit', ...rest]: string[]) => [
  verb,
  'in.csv',
  ...(verb === 'fit' && rest.length === 0 ? ['--model', 'raw'] : rest),
];

describe('the answer', () => {
  const KEYS = [
    'model n connected components decides reason grandMean variance reml logLik steps',
    'entries judges criteria',
  ]
    .join(' ')
    .split(' ');
  const DIAGNOSIS = 'measure infit infitZ outfit outfitZ fairAverage'.split(' ');

  it.each(['raw', 'additive', 'mixed', 'mfrm'])('has the same keys for %s', async (model) => {
    const report = await fit('two-criteria.csv', model);
    expect(Object.keys(report).sort()).toEqual(KEYS.toSorted());
    expect(Object.keys(report.entries[0]!).sort()).toEqual(
      ['id', 'n', 'raw', 'adjusted', 'se', ...DIAGNOSIS].sort(),
    );
    for (const source of [report.judges[0]!, report.criteria[0]!]) {
      expect(Object.keys(source).sort()).toEqual(['id', 'n', 'effect', 'se', ...DIAGNOSIS].sort());
    }
  });

  it('lets raw means decide, with the reason, where a judge has too few sheets', async () => {
    expect(await fit('catalyst.csv', 'mixed')).toMatchObject({
      decides: 'raw',
      reason: 'few-sheets',
    });
    expect(await fit('penicillin.csv', 'mixed')).toMatchObject({
      decides: 'adjusted',
      reason: null,
    });
    expect(await fit('penicillin.csv', 'raw')).toMatchObject({ decides: 'raw', reason: null });
  });

  it('puts criteria with different full marks on one scale when asked', async () => {
    const rows = ['entry,judge,criterion,score,max'];
    for (let entry = 0; entry < 12; entry += 1) {
      for (let judge = 0; judge < 3; judge += 1) {
        rows.push(`e${entry},j${judge},story,${(entry * 7 + judge * 5) % 31},30`);
        rows.push(`e${entry},j${judge},art,${(entry * 3 + judge * 4) % 11},10`);
      }
    }
    const text = rows.join('\n');
    expect(await faultIn(text, 'fit', '--model', 'mfrm')).toMatchObject({
      code: 2,
      complaint: expect.stringMatching(/^in\.csv:3: .*--rescale/),
    });
    const { code, printed } = await faultIn(text, 'fit', '--model', 'mfrm', '--rescale', '5');
    expect(code).toBe(0);
    const report = JSON.parse(printed[0]!) as FitReport;
    expect(report.steps!.map((step) => step.category)).toEqual([1, 2, 3, 4]);
  });

  it('totals sheets and leaves out those that lack a criterion', async () => {
    const text = [
      'entry,judge,criterion,score',
      'a,x,p,1',
      'a,x,q,4',
      'a,y,p,2',
      'a,y,q,3',
      'b,x,p,5',
      'b,x,q,5',
      'b,y,p,5',
    ].join('\n');
    const { printed } = await faultIn(text, 'agreement');
    expect(JSON.parse(printed[0]!)).toMatchObject({
      icc: { '1,1': null },
      alpha: { interval: null },
    });
  });
});

describe('bad input', () => {
  const header = 'entry,judge,score\n';
  const good = `${header}a,x,1\na,y,2\n`;

  it.each([
    ['an unknown column', 'entry,judge,score,mood\na,x,1,2\n', 1, 'mood'],
    ['a missing column', 'entry,judge\na,x\n', 1, 'score'],
    ['a repeated column', 'entry,judge,score,score\na,x,1,1\n', 1, 'score'],
    ['text for a number', `${good}b,x,tốt\n`, 4, 'tốt'],
    ['an empty cell', `${good}b,x,\n`, 4, 'score'],
    ['a decimal comma', `${good}b,x,"7,5"\n`, 4, '7,5'],
    ['a hexadecimal number', `${good}b,x,0x10\n`, 4, '0x10'],
    ['infinity', `${good}b,x,Infinity\n`, 4, 'Infinity'],
    ['an absent judge', `${good}b,,3\n`, 4, 'judge'],
    ['too many cells', `${good}b,x,3,4\n`, 4, '4 cells'],
    ['a score given twice', `${good}b,x,3\na,x,5\n`, 5, 'line 2'],
    [
      'a criterion scored twice',
      'entry,judge,criterion,score\na,x,p,1\na,x,q,1\na,x,p,2\n',
      4,
      '“a”',
    ],
    ['one judge only', `${header}a,x,1\nb,x,2\n`, 3, 'only one judge'],
    ['an empty file', '', 1, 'no rows'],
    ['a header alone', header, 1, 'no rows'],
    ['a stray quotation mark', `${good}"b"c,x,3\n`, 4, 'quotation'],
    ['a score above full marks', 'entry,judge,score,max\na,x,11,10\na,y,2,10\n', 2, '11'],
    ['full marks of 0', 'entry,judge,score,max\na,x,0,0\n', 2, 'above 0'],
    ['full marks that change', 'entry,judge,score,max\na,x,1,10\na,y,2,20\n', 3, '20'],
    ['a line after a cell of two lines', `${header}"a\nb",x,1\nc,y,zwei\n`, 4, 'zwei'],
    ['Windows line ends', 'entry,judge,score\r\na,x,1\r\na,y,?\r\n', 3, '?'],
  ])('points at %s', async (_, text, line, said) => {
    const { code, printed, complaint } = await faultIn(text);
    expect({ code, printed }).toEqual({ code: 2, printed: [] });
    expect(complaint).toMatch(new RegExp(`^in\\.csv:${line}: `));
    expect(complaint).toContain(said);
  });

  it.each([
    ['an item against itself', 'winner,loser\na,a\n', 2],
    ['a count that is not whole', 'winner,loser,count\na,b,1.5\n', 2],
    ['a negative count', 'winner,loser,count\na,b,1\nb,a,-1\n', 3],
    ['a first that is neither', 'winner,loser,first\na,b,c\n', 2],
    ['no comparison', 'winner,loser,count\na,b,0\n', 2],
  ])('points at %s', async (_, text, line) => {
    const { code, complaint } = await faultIn(text, 'pairs');
    expect(code).toBe(2);
    expect(complaint).toMatch(new RegExp(`^in\\.csv:${line}: `));
  });

  it('reads a byte order mark, blank lines and decomposed letters', async () => {
    const { code, printed } = await faultIn(`\uFEFF${header}\nPhu\u0301,x,1\n\nPh\u00FA,y,2\n\n`);
    expect(code).toBe(0);
    expect(JSON.parse(printed[0]!)).toMatchObject({
      entries: [{ id: 'Ph\u00FA', n: 2, raw: 1.5 }],
    });
  });

  it('refuses other encodings and files that are not there', async () => {
    const latin = Buffer.from(`${header}Ph\u00FA,x,1\n`, 'latin1');
    expect(await faultIn(latin)).toMatchObject({
      code: 2,
      complaint: expect.stringMatching(/UTF-8/),
    });
    const missing = await run(folder, 'fit', 'none.csv', '--model', 'raw');
    expect(missing).toMatchObject({
      code: 2,
      complaints: [expect.stringMatching(/^none\.csv:1: /)],
    });
  });

  it.each([
    ['fit', 'in.csv'],
    ['fit', 'in.csv', '--model', 'z-score'],
    ['fit', '--model', 'raw'],
    ['fit', 'in.csv', '--model', 'mixed', '--rescale', '5'],
    ['fit', 'in.csv', '--model', 'mfrm', '--rescale', '1'],
    ['guess', 'in.csv'],
    ['pairs', 'in.csv', '--colour'],
  ])('says how it is used: %s %s %s', async (...args) => {
    const { code, printed, complaints } = await run(folder, ...args.filter(Boolean));
    expect({ code, printed }).toEqual({ code: 2, printed: [] });
    expect(complaints.join('')).toContain('judging fit');
  });
});

describe('verify', () => {
  const facts = {
    edition: 'Biển, đảo Tổ quốc em',
    province: 'Phú Thọ',
    version: 1,
    frozenAt: '2026-11-23T02:00:00.000Z',
    signatures: [],
  };
  const verify = async (bytes: Uint8Array) => {
    await writeFile(join(folder, 'ket-qua.zip'), bytes);
    return run(folder, 'verify', 'ket-qua.zip', '--json');
  };

  it('recomputes the result from the sheets: 0 when equal, 1 when it differs', async () => {
    const archive = writeArchive(resultTask(4), facts);
    const equal = await verify(archive.bytes);
    expect(equal).toMatchObject({ code: 0, complaints: [] });
    expect(JSON.parse(equal.printed[0]!)).toEqual({
      ok: true,
      resultSha256: archive.resultSha256,
      differences: [],
    });
    const files = unzipSync(archive.bytes);
    const sheets = strFromU8(files['sheets.csv']!).replace(/,C1,\d+,/, ',C1,0,');
    const changed = await verify(zipSync({ ...files, 'sheets.csv': strToU8(sheets) }));
    expect(changed).toMatchObject({ code: 1, complaints: [] });
    const said = JSON.parse(changed.printed[0]!) as { ok: boolean; differences: unknown[] };
    expect(said.ok).toBe(false);
    expect(said.differences.length).toBeGreaterThan(1);
  });

  it('ends with 2 and says so where there is no archive to read', async () => {
    const cut = writeArchive(resultTask(4), facts).bytes.slice(0, 500);
    const outcome = await verify(cut);
    expect(outcome).toMatchObject({ code: 2, printed: [] });
    expect(outcome.complaints[0]).toMatch(/^ket-qua\.zip:1: /);
    expect(await run(folder, 'verify', 'none.zip', '--json')).toMatchObject({ code: 2 });
  });
});
