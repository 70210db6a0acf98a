import { csvForSpreadsheets } from '@domain/kernel/csv.ts';
import { vietnamDay } from '@domain/contest/day.ts';
import vi from '@i18n/locales/vi/papers.json';
import { createFormatters } from '@i18n/format.ts';
import { createTranslator } from '@i18n/translate.ts';
import type { AwardLine, PaperFacts, Papers, SheetTable } from '@server/ports/papers.ts';
import { type Doc, keepTogether, makePaper, paragraph, sideBySide, table } from './pdf-paper.ts';

const translator = createTranslator('vi');
translator.add(vi);
const { t } = translator;
const f = createFormatters('vi');

/** Official papers are in Vietnamese whatever language the organiser works in. */
export const officialPapers: Papers = { minutes, awards, workbook, csv };

function dayOf(at: number) {
  const [year = '', month = '', day = ''] = vietnamDay(at).split('-');
  return { year, month: String(Number(month)), day: String(Number(day)) };
}

const pageLabel = (page: number, pages: number) => t('papers.page', { page, pages });

/** State and board at the head, as Decree 30/2020/NĐ-CP lays papers out. */
function head(doc: Doc, { province, at, version }: PaperFacts, kind: string): void {
  sideBySide(doc, [
    [
      { text: t('papers.board'), bold: true, rule: 0.3 },
      { text: t('papers.number', { kind }), pt: 10 },
    ],
    [
      { text: t('papers.country'), bold: true, pt: 10 },
      { text: t('papers.motto'), bold: true, rule: 0.55 },
    ],
  ]);
  doc.y += 4;
  sideBySide(doc, [[], [{ text: t('papers.dateLine', { province, ...dayOf(at) }), pt: 10 }]]);
  doc.y += 14;
  if (version === null) paragraph(doc, t('papers.draft'), { align: 'center', bold: true, pt: 10 });
}

function seal(doc: Doc, { version, resultSha256, signatures }: PaperFacts): void {
  if (version === null || resultSha256 === null) return;
  const names = signatures.map(({ name }) => name).join(', ');
  keepTogether(doc, 50);
  doc.y += 8;
  if (names !== '') paragraph(doc, t('papers.signedBy', { names }), { pt: 9, gap: 2 });
  paragraph(doc, t('papers.seal', { version, sha256: resultSha256 }), { pt: 8.5 });
}

function prizeTable(doc: Doc, lines: readonly AwardLine[]): void {
  table(
    doc,
    [
      t('papers.column.order'),
      t('papers.column.prize'),
      t('papers.column.authors'),
      t('papers.column.class'),
      t('papers.column.title'),
      t('papers.column.score'),
    ],
    lines.map((line, index) => [
      String(index + 1),
      line.prize,
      line.authors.join(', '),
      [line.className, line.schoolName].filter((part) => part !== '').join(', '),
      line.title,
      f.mean(line.score),
    ]),
    [0.07, 0.15, 0.22, 0.23, 0.22, 0.11],
  );
}

async function minutes(facts: PaperFacts): Promise<Uint8Array> {
  const { edition, at } = facts;
  const about = { title: `${t('papers.minutes.title')} – ${edition}`, madeAt: at };
  return makePaper(about, pageLabel, (doc) => {
    head(doc, facts, t('papers.minutes.kind'));
    paragraph(doc, t('papers.minutes.title'), { bold: true, align: 'center', pt: 14, gap: 2 });
    paragraph(doc, t('papers.minutes.about', { edition }), {
      bold: true,
      align: 'center',
      gap: 12,
    });
    paragraph(doc, t('papers.minutes.opening', { edition, ...dayOf(at) }), { align: 'justify' });
    paragraph(doc, t('papers.minutes.judges'), { bold: true });
    for (const { name, sheets } of facts.judges) {
      paragraph(doc, `– ${t('papers.minutes.judgeLine', { name, sheets })}`, { gap: 1 });
    }
    doc.y += 4;
    paragraph(doc, t('papers.minutes.rubric'), { bold: true });
    for (const { name, max } of facts.criteria) {
      paragraph(doc, `– ${t('papers.minutes.criterionLine', { name, max })}`, { gap: 1 });
    }
    doc.y += 4;
    paragraph(doc, t('papers.minutes.method'), { bold: true });
    const adjusted = facts.divisions.some(({ decides }) => decides === 'adjusted');
    paragraph(doc, t(adjusted ? 'papers.minutes.methodAdjusted' : 'papers.minutes.methodRaw'), {
      align: 'justify',
    });
    paragraph(doc, t('papers.minutes.results'), { bold: true });
    for (const { name, entries, judged, awards: lines } of facts.divisions) {
      const counts = { name, entries, judged, awards: lines.length };
      paragraph(doc, t('papers.minutes.division', counts));
      if (lines.length > 0) prizeTable(doc, lines);
    }
    paragraph(doc, t('papers.minutes.changes'), { bold: true });
    const changed = facts.divisions
      .flatMap(({ awards: lines }) => lines)
      .flatMap(({ title, prize, reason }) => (reason === null ? [] : [{ title, prize, reason }]));
    for (const change of changed) {
      paragraph(doc, `– ${t('papers.minutes.changeLine', change)}`, { gap: 2 });
    }
    if (changed.length === 0) paragraph(doc, t('papers.minutes.noChange'));
    // Signatures never stand on a page without a word of what is signed.
    keepTogether(doc, 170);
    paragraph(doc, t('papers.minutes.closing'), { align: 'justify', gap: 12 });
    signatures(doc, [t('papers.minutes.secretary'), t('papers.minutes.chair')]);
    seal(doc, facts);
  });
}

function signatures(doc: Doc, [left, right]: readonly [string, string]): void {
  keepTogether(doc, 110);
  const note = { text: t('papers.signNote'), pt: 9.5 };
  sideBySide(
    doc,
    [
      [{ text: left, bold: true }, note],
      [{ text: right, bold: true }, note],
    ],
    [0.5, 0.5],
  );
  doc.y += 70;
}

async function awards(facts: PaperFacts): Promise<Uint8Array> {
  const { edition, at, divisions } = facts;
  const lines = divisions.flatMap((division) => division.awards);
  const about = { title: `${t('papers.awards.title')} – ${edition}`, madeAt: at };
  return makePaper(about, pageLabel, (doc) => {
    head(doc, facts, t('papers.awards.kind'));
    paragraph(doc, t('papers.awards.title'), { bold: true, align: 'center', pt: 14, gap: 2 });
    paragraph(doc, t('papers.awards.about', { edition }), { bold: true, align: 'center', gap: 12 });
    paragraph(doc, t('papers.awards.authority'), { bold: true, align: 'center', gap: 10 });
    paragraph(doc, t('papers.awards.basis1', { edition }), { align: 'justify' });
    paragraph(doc, t('papers.awards.basis2', dayOf(at)), { align: 'justify' });
    paragraph(doc, t('papers.awards.basis3'), { align: 'justify', gap: 10 });
    paragraph(doc, t('papers.awards.decides'), { bold: true, align: 'center', gap: 8 });
    const counts = { edition, awards: lines.length };
    paragraph(doc, t('papers.awards.article1', counts), { align: 'justify' });
    paragraph(doc, t('papers.awards.article2'), { align: 'justify' });
    paragraph(doc, t('papers.awards.article3'), { align: 'justify', gap: 14 });
    keepTogether(doc, 120);
    sideBySide(
      doc,
      [
        [{ text: t('papers.awards.receivers'), pt: 9.5, align: 'left' }],
        [
          { text: t('papers.awards.sign'), bold: true },
          { text: t('papers.signNote'), pt: 9.5 },
        ],
      ],
      [0.5, 0.5],
    );
    doc.y += 60;
    seal(doc, facts);
    doc.addPage();
    paragraph(doc, t('papers.awards.list'), { bold: true, align: 'center', pt: 14, gap: 2 });
    paragraph(doc, t('papers.awards.listAbout'), { align: 'center', gap: 10 });
    for (const division of divisions) {
      if (division.awards.length === 0) continue;
      keepTogether(doc, 90);
      paragraph(doc, division.name, { bold: true });
      prizeTable(doc, division.awards);
    }
    seal(doc, facts);
  });
}

function sheetHeader({ criteria }: SheetTable): string[] {
  return [
    t('papers.sheets.receipt'),
    t('papers.sheets.code'),
    t('papers.sheets.story'),
    t('papers.sheets.authors'),
    t('papers.sheets.class'),
    t('papers.sheets.school'),
    t('papers.sheets.judgeCode'),
    t('papers.sheets.judge'),
    ...criteria.map(({ name, max }) => t('papers.sheets.criterion', { name, max })),
    t('papers.sheets.total'),
  ];
}

function sheetCells({ rows }: SheetTable): (string | number)[][] {
  return rows.map((row) => [
    row.receiptNumber,
    row.blindCode,
    row.title,
    row.authors,
    row.className,
    row.schoolName,
    row.judgeCode,
    row.judgeName,
    ...row.points.map((points) => points ?? ''),
    row.total,
  ]);
}

async function csv(sheets: SheetTable): Promise<Uint8Array> {
  return csvForSpreadsheets([sheetHeader(sheets), ...sheetCells(sheets)]);
}

const WIDTHS = [14, 10, 32, 30, 10, 34, 14, 26];

async function workbook(sheets: SheetTable): Promise<Uint8Array> {
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const header = sheetHeader(sheets);
  const file = writeExcelFile(
    [
      header.map((value) => ({ value, type: String, fontWeight: 'bold' as const, wrap: true })),
      ...sheetCells(sheets).map((row) =>
        row.map((value) =>
          typeof value === 'number' ? { value, type: Number } : { value, type: String },
        ),
      ),
    ],
    {
      sheet: t('papers.sheets.name'),
      columns: header.map((_, at) => ({ width: WIDTHS[at] ?? 12 })),
      stickyRowsCount: 1,
    },
  );
  return new Uint8Array(await file.toBuffer());
}
