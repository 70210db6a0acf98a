import { refuse } from '@domain/kernel/refusal.ts';
import { type ColumnReader, readColumns, writeColumns } from './columns.ts';
import { seal, unseal } from './envelope.ts';
import { type InkStep } from './event.ts';
import {
  MAX_ALT_CHARS,
  MAX_CAPTION_CHARS,
  MAX_OBJECT_ID,
  MAX_PAGES,
  MAX_POINTS,
  MAX_STEPS,
  MAX_TITLE_CHARS,
} from './limits.ts';
import type { Picture, PicturePage } from './picture.ts';
import { checkInteger } from './ranges.ts';
import { EMPTY_SCENE, type Scene } from './scene.ts';
import { readScene, SCENE_COLUMNS, writeScene } from './scene-codec.ts';
import { INK_COLUMNS, inkReader, MARK_COLUMNS, writeInk } from './step-codec.ts';
import { checkStep, pointsOf } from './step-rules.ts';
import { checkText } from './text.ts';

const COLUMNS_1 = ['title', 'caption', 'marks', 'tag', ...MARK_COLUMNS] as const;
const COLUMNS = [...COLUMNS_1, ...INK_COLUMNS, ...SCENE_COLUMNS, 'alt'] as const;

// What a tag once meant it means for ever; a new kind takes the next number.
const TAGS: Readonly<Record<InkStep['kind'], number>> = {
  stroke: 1,
  erase: 2,
  fill: 3,
  shape: 4,
  lift: 5,
};
const KINDS = new Map(
  Object.entries(TAGS).map(([kind, tag]) => [tag, kind as InkStep['kind']] as const),
);

function checkScene(scene: Scene): void {
  checkStep({ kind: 'background-set', background: scene.background });
  checkStep({ kind: 'panels-set', layout: scene.panels });
  for (const [layer, look] of scene.layers.entries()) {
    checkStep({ kind: 'layer-set', layer, ...look });
  }
  checkStep({ kind: 'layer-order', order: scene.order });
  for (const { id: object, item } of scene.objects) checkStep({ kind: 'object-put', object, item });
  const ids = new Set(scene.objects.map(({ id }) => id));
  if (ids.size !== scene.objects.length) throw refuse('story.malformed');
  for (const id of ids) checkInteger(id, 1, MAX_OBJECT_ID);
}

function checkPicture({ title, pages }: Picture): void {
  if (pages.length > MAX_PAGES) throw refuse('story.too-large');
  checkText(title, MAX_TITLE_CHARS);
  let steps = 0;
  let points = 0;
  for (const { caption, alt, ink, scene } of pages) {
    checkText(caption, MAX_CAPTION_CHARS);
    checkText(alt, MAX_ALT_CHARS);
    for (const step of ink) {
      checkStep(step);
      points += pointsOf(step);
    }
    checkScene(scene);
    steps += ink.length;
  }
  if (steps > MAX_STEPS || points > MAX_POINTS) throw refuse('story.too-large');
}

/** The same picture gives the same bytes, wherever and whenever it is encoded. */
export function encodePicture(picture: Picture): Uint8Array {
  checkPicture(picture);
  const payload = writeColumns(COLUMNS, (columns) => {
    columns.title.text(picture.title);
    for (const { caption, alt, ink, scene } of picture.pages) {
      columns.caption.text(caption);
      columns.alt.text(alt);
      columns.marks.varint(ink.length);
      for (const step of ink) {
        columns.tag.byte(TAGS[step.kind]);
        writeInk(columns, step);
      }
      writeScene(columns, scene);
    }
  });
  return seal('picture', payload);
}

type Columns = Record<(typeof COLUMNS)[number], ColumnReader>;

function pageReader(columns: Columns, version: number) {
  const readInk = inkReader(columns, version);

  function step(): InkStep {
    const kind = KINDS.get(columns.tag.byte());
    if (kind === undefined) throw refuse('story.malformed');
    return readInk(kind);
  }

  return (): PicturePage => {
    const caption = columns.caption.text(MAX_CAPTION_CHARS);
    const alt = version === 1 ? '' : columns.alt.text(MAX_ALT_CHARS);
    const count = columns.marks.varint();
    if (count > columns.tag.remaining()) throw refuse('story.malformed');
    const ink = Array.from({ length: count }, step);
    return { caption, alt, ink, scene: version === 1 ? EMPTY_SCENE : readScene(columns) };
  };
}

/** The picture that encodePicture wrote. Refuses 'story.malformed' and 'story.too-large', whatever the bytes. */
export function decodePicture(bytes: Uint8Array): Picture {
  const { version, payload } = unseal('picture', bytes);
  const present = version === 1 ? COLUMNS_1.length : COLUMNS.length;
  return readColumns(payload, { names: COLUMNS, version, present }, (columns) => {
    if (columns.tag.remaining() > MAX_STEPS) throw refuse('story.too-large');
    const title = columns.title.text(MAX_TITLE_CHARS);
    const readPage = pageReader(columns, version);
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
