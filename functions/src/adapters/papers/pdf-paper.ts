import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const face = (weight: string) =>
  require.resolve(`@expo-google-fonts/be-vietnam-pro/${weight}/BeVietnamPro_${weight}.ttf`);

export type Doc = PDFKit.PDFDocument;

const MM = 72 / 25.4;
/** As office papers have them: 30 mm to the left, for the binding, and 20 mm elsewhere. */
const MARGINS = { top: 20 * MM, bottom: 20 * MM, left: 30 * MM, right: 20 * MM };
export const BODY_PT = 11;

/** A4 in a typeface that has every Vietnamese letter; `fill` writes, page numbers come after. */
export async function makePaper(
  about: { readonly title: string; readonly madeAt: number },
  pageLabel: (page: number, pages: number) => string,
  fill: (doc: Doc) => void,
): Promise<Uint8Array> {
  const { default: PDFDocument } = await import('pdfkit');
  const doc = new PDFDocument({
    size: 'A4',
    margins: MARGINS,
    font: face('400Regular'),
    pdfVersion: '1.7',
    lang: 'vi-VN',
    displayTitle: true,
    bufferPages: true,
    info: {
      Title: about.title.normalize('NFC'),
      CreationDate: new Date(about.madeAt),
      ModDate: new Date(about.madeAt),
    },
  });
  doc.registerFont('body', face('400Regular'));
  doc.registerFont('bold', face('700Bold'));
  const parts: Buffer[] = [];
  const made = new Promise<Uint8Array>((resolve, reject) => {
    doc.on('data', (part: Buffer) => parts.push(part));
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))));
    doc.on('error', reject);
  });
  doc.font('body').fontSize(BODY_PT).fillColor('#000000');
  fill(doc);
  const { count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(page);
    // Below the margin a text would open a new page.
    doc.page.margins.bottom = 0;
    doc
      .font('body')
      .fontSize(8)
      .text(pageLabel(page + 1, count), MARGINS.left, doc.page.height - 12 * MM, {
        width: widthOf(doc),
        align: 'right',
        lineBreak: false,
      });
  }
  doc.end();
  return made;
}

export function widthOf(doc: Doc): number {
  return doc.page.width - MARGINS.left - MARGINS.right;
}

/** Two columns of centred lines at the same height, as the head and the foot of a paper have. */
export function sideBySide(
  doc: Doc,
  columns: readonly [readonly Line[], readonly Line[]],
  shares: readonly [number, number] = [0.42, 0.58],
): void {
  const top = doc.y;
  let bottom = top;
  let x = MARGINS.left;
  for (const [index, lines] of columns.entries()) {
    const width = widthOf(doc) * shares[index]!;
    doc.y = top;
    for (const line of lines) {
      doc.font(line.bold ? 'bold' : 'body').fontSize(line.pt ?? BODY_PT);
      doc.text(line.text.normalize('NFC'), x, doc.y, {
        width: width - 8,
        align: line.align ?? 'center',
      });
      if (line.rule) {
        const length = (width - 8) * line.rule;
        const from = x + (width - 8 - length) / 2;
        doc
          .moveTo(from, doc.y + 1)
          .lineTo(from + length, doc.y + 1)
          .lineWidth(0.7)
          .stroke();
        doc.y += 3;
      }
    }
    bottom = Math.max(bottom, doc.y);
    x += width;
  }
  doc.x = MARGINS.left;
  doc.y = bottom;
}

export type Line = {
  readonly text: string;
  readonly bold?: boolean;
  readonly pt?: number;
  readonly align?: 'left' | 'center';
  /** Share of the column that a line below it is long. */
  readonly rule?: number;
};

export function paragraph(
  doc: Doc,
  text: string,
  style: { bold?: boolean; align?: 'left' | 'center' | 'justify'; pt?: number; gap?: number } = {},
): void {
  doc.font(style.bold ? 'bold' : 'body').fontSize(style.pt ?? BODY_PT);
  doc.text(text.normalize('NFC'), MARGINS.left, doc.y, {
    width: widthOf(doc),
    align: style.align ?? 'left',
    lineGap: 2,
  });
  doc.y += style.gap ?? 4;
}

/** A ruled table; its head is repeated on every page, and no row is torn. */
export function table(
  doc: Doc,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  shares: readonly number[],
): void {
  const size = 9.5;
  const widths = shares.map((share) => share * widthOf(doc));
  const pad = 4;
  const write = (cells: readonly string[], bold: boolean) => {
    doc.font(bold ? 'bold' : 'body').fontSize(size);
    const texts = cells.map((cell) => cell.normalize('NFC'));
    const tall = texts.map((cell, at) =>
      doc.heightOfString(cell, { width: widths[at]! - 2 * pad }),
    );
    const height = Math.max(...tall) + 2 * pad;
    if (doc.y + height > doc.page.height - MARGINS.bottom) {
      doc.addPage();
      if (!bold) write(head, true);
      doc.font('body').fontSize(size);
    }
    const top = doc.y;
    let x = MARGINS.left;
    for (const [at, cell] of texts.entries()) {
      doc.rect(x, top, widths[at]!, height).lineWidth(0.5).stroke('#555555');
      doc.fillColor('#000000').text(cell, x + pad, top + pad, { width: widths[at]! - 2 * pad });
      x += widths[at]!;
    }
    doc.x = MARGINS.left;
    doc.y = top + height;
  };
  write(head, true);
  for (const row of rows) write(row, false);
  doc.y += 6;
}

/** Room for so much on this page, or a new one. */
export function keepTogether(doc: Doc, heightPt: number): void {
  if (doc.y + heightPt > doc.page.height - MARGINS.bottom) doc.addPage();
}
