import { createRequire } from 'node:module';
import type { Book, BookPage, BookPaper } from '@server/ports/book.ts';

const require = createRequire(import.meta.url);
const face = (weight: string) =>
  require.resolve(`@expo-google-fonts/be-vietnam-pro/${weight}/BeVietnamPro_${weight}.ttf`);

const POINTS_PER_MM = 72 / 25.4;
const INK = '#132532';
const QUIET = '#4a6173';
const SEA = '#0e6ba3';
const SAND = '#fbf1dc';

type Sheet = {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly picture: { readonly widthMm: number; readonly topMm: number };
  readonly captionMm: number;
};

const SHEETS: Readonly<Record<BookPaper, Sheet>> = {
  A4: { widthMm: 297, heightMm: 210, picture: { widthMm: 212, topMm: 9 }, captionMm: 4.9 },
  A3: { widthMm: 420, heightMm: 297, picture: { widthMm: 336, topMm: 9 }, captionMm: 6 },
};

/** Letters that the typeface does not have: pictures made of code points, and what joins them. */
const PICTOGRAMS = /\p{Extended_Pictographic}|\u200D|\uFE0F/gu;

function legible(text: string): string {
  return text
    .replace(PICTOGRAMS, '')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}

type Doc = PDFKit.PDFDocument;

/** The largest size, from `mm` downwards, at which the text fits the height. */
function fit(doc: Doc, text: string, mm: number, width: number, height: number): void {
  let size = mm * POINTS_PER_MM;
  doc.fontSize(size);
  while (size > 7 && doc.heightOfString(text, { width }) > height) {
    size *= 0.94;
    doc.fontSize(size);
  }
}

function wave(doc: Doc, y: number, width: number): void {
  const length = width / 12;
  doc.moveTo(0, y);
  for (let i = 0; i < 12; i += 1) {
    const x = i * length;
    doc.quadraticCurveTo(x + length / 4, y - 14, x + length / 2, y);
    doc.quadraticCurveTo(x + (3 * length) / 4, y + 14, x + length, y);
  }
  doc.lineWidth(2.5).strokeColor(SEA).stroke();
}

function addCover(doc: Doc, { title, byline }: Book): void {
  doc.addPage();
  const { width, height } = doc.page;
  const inner = width * 0.8;
  const x = (width - inner) / 2;
  doc.rect(0, 0, width, height).fill(SAND);
  wave(doc, height * 0.78, width);
  wave(doc, height * 0.83, width);
  doc.font('bold').fillColor(INK);
  fit(doc, title, 16, inner, height * 0.4);
  const tall = doc.heightOfString(title, { width: inner });
  doc.addStructure(
    doc.struct('H1', {}, () => {
      doc.text(title, x, height * 0.38 - tall / 2, { width: inner, align: 'center' });
    }),
  );
  const lines = byline.map(legible).join('\n');
  doc.font('body').fillColor(QUIET);
  fit(doc, lines, 6, inner, height * 0.16);
  doc.addStructure(
    doc.struct('P', {}, () => {
      doc.text(lines, x, height * 0.58, { width: inner, align: 'center' });
    }),
  );
}

function addPage(doc: Doc, { picture, captionMm }: Sheet, page: BookPage, number: number): void {
  doc.addPage();
  const { width, height } = doc.page;
  const pictureWidth = picture.widthMm * POINTS_PER_MM;
  const pictureHeight = (pictureWidth * 3) / 4;
  const x = (width - pictureWidth) / 2;
  const top = picture.topMm * POINTS_PER_MM;
  doc.addStructure(
    doc.struct('Figure', { alt: legible(page.alt) }, () => {
      doc.image(Buffer.from(page.jpeg), x, top, { width: pictureWidth, height: pictureHeight });
    }),
  );
  doc.rect(x, top, pictureWidth, pictureHeight).lineWidth(0.5).strokeColor('#c5d5df').stroke();
  const below = top + pictureHeight + 4 * POINTS_PER_MM;
  const room = height - below - 9 * POINTS_PER_MM;
  const caption = legible(page.caption);
  doc.font('body').fillColor(INK);
  fit(doc, caption, captionMm, pictureWidth, room);
  doc.addStructure(
    doc.struct('P', {}, () => {
      doc.text(caption, x, below, { width: pictureWidth, align: 'center' });
    }),
  );
  doc.font('body').fontSize(9).fillColor(QUIET);
  doc.markContent('Artifact');
  doc.text(String(number), x, height - 8 * POINTS_PER_MM, {
    width: pictureWidth,
    align: 'center',
    lineBreak: false,
  });
  doc.endMarkedContent();
}

/**
 * A story as a PDF in landscape: a cover, then a page for each picture with its caption as text of
 * the bundled typeface and the author's description for screen readers. The same book at the same
 * time gives the same bytes.
 */
export async function bindBook(book: Book): Promise<Uint8Array> {
  const { default: PDFDocument } = await import('pdfkit');
  const sheet = SHEETS[book.paper];
  const doc = new PDFDocument({
    autoFirstPage: false,
    size: [sheet.widthMm * POINTS_PER_MM, sheet.heightMm * POINTS_PER_MM],
    margin: 0,
    font: face('400Regular'),
    pdfVersion: '1.7',
    lang: 'vi-VN',
    tagged: true,
    displayTitle: true,
    info: {
      Title: book.title,
      CreationDate: new Date(book.madeAt),
      ModDate: new Date(book.madeAt),
    },
  });
  doc.registerFont('body', face('400Regular'));
  doc.registerFont('bold', face('700Bold'));
  const parts: Buffer[] = [];
  const bound = new Promise<Uint8Array>((resolve, reject) => {
    doc.on('data', (part: Buffer) => parts.push(part));
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))));
    doc.on('error', reject);
  });
  addCover(doc, { ...book, title: legible(book.title) });
  for (const [i, page] of book.pages.entries()) addPage(doc, sheet, page, i + 1);
  doc.end();
  return bound;
}
