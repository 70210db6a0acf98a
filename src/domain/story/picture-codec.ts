import { refuse } from '@domain/kernel/refusal.ts';
import { type ColumnReader, readColumns, writeColumns } from './columns.ts';
import { seal, unseal } from './envelope.ts';
import { checkMark, type Mark } from './event.ts';
import { MAX_CAPTION_CHARS, MAX_EVENTS, MAX_PAGES, MAX_POINTS, MAX_TITLE_CHARS } from './limits.ts';
import { MARK_COLUMNS, markReader, writeMark } from './mark-codec.ts';
import type { Picture, PicturePage } from './picture.ts';
import { checkText } from './text.ts';

const COLUMNS = ['title', 'caption', 'marks', 'tag', ...MARK_COLUMNS] as const;
const TAGS: Readonly<Record<Mark['kind'], number>> = { stroke: 1, erase: 2 };

function checkPicture({ title, pages }: Picture): void {
  if (pages.length > MAX_PAGES) throw refuse('story.too-large');
  checkText(title, MAX_TITLE_CHARS);
  let marks = 0;
  let points = 0;
  for (const page of pages) {
    checkText(page.caption, MAX_CAPTION_CHARS);
    for (const mark of page.marks) {
      checkMark(mark);
      points += mark.x.length;
    }
    marks += page.marks.length;
  }
  if (marks > MAX_EVENTS || points > MAX_POINTS) throw refuse('story.too-large');
}

/** The same picture gives the same bytes, wherever and whenever it is encoded. */
export function encodePicture(picture: Picture): Uint8Array {
  checkPicture(picture);
  const payload = writeColumns(COLUMNS, (columns) => {
    columns.title.text(picture.title);
    for (const { caption, marks } of picture.pages) {
      columns.caption.text(caption);
      columns.marks.varint(marks.length);
      for (const mark of marks) {
        columns.tag.byte(TAGS[mark.kind]);
        writeMark(columns, mark);
      }
    }
  });
  return seal('picture', payload);
}

type Columns = Record<(typeof COLUMNS)[number], ColumnReader>;

function pageReader(columns: Columns) {
  const marks = markReader(columns);

  function mark(): Mark {
    const tag = columns.tag.byte();
    if (tag === TAGS.stroke) return marks.stroke();
    if (tag === TAGS.erase) return marks.erase();
    throw refuse('story.malformed');
  }

  return (): PicturePage => {
    const caption = columns.caption.text(MAX_CAPTION_CHARS);
    const count = columns.marks.varint();
    if (count > columns.tag.remaining()) throw refuse('story.malformed');
    return { caption, marks: Array.from({ length: count }, mark) };
  };
}

/** The picture that encodePicture wrote. Refuses 'story.malformed' and 'story.too-large', whatever the bytes. */
export function decodePicture(bytes: Uint8Array): Picture {
  return readColumns(unseal('picture', bytes), COLUMNS, (columns) => {
    if (columns.tag.remaining() > MAX_EVENTS) throw refuse('story.too-large');
    const title = columns.title.text(MAX_TITLE_CHARS);
    const readPage = pageReader(columns);
    const pages: PicturePage[] = [];
    while (columns.marks.remaining() > 0) {
      if (pages.length === MAX_PAGES) throw refuse('story.too-large');
      pages.push(readPage());
    }
    const picture = { title, pages };
    checkPicture(picture);
    return picture;
  });
}
