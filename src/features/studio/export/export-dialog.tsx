import { Button } from '@mantine/core';
import { BookOpen, FileArchive, Image, Save } from 'lucide-react';
import { useEffect, useState } from 'react';
import { readOwnBook } from '@contract/book.ts';
import { pageLook } from '@domain/story/picture.ts';
import { pagesInOrder } from '@domain/story/story.ts';
import { STORY_FILE_SUFFIX } from '@domain/story/story-file.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { callForBytes } from '@platform/api-client.ts';
import { Dialog } from '@ui/dialog.tsx';
import { ErrorNote } from '@ui/error-note.tsx';
import type { ExtraProps } from '../extra.ts';
import { useEditor, usePageNumber } from '../use-editor.ts';
import { createPagePainter } from './page-painter.ts';
import { fileName, saveFile } from './save-file.ts';
import '../extras-menu.css';

const PICTURE_WIDTH_PX = 1600;

type Work = { readonly done: number; readonly of: number } | null;

/** The story to take along: pictures, a book to print, and a file that the studio opens again. */
export function ExportDialog({ editor, session, entryId, onClose }: ExtraProps) {
  const { t } = useLanguage();
  const page = usePageNumber(editor);
  const title = useEditor(editor, ({ story }) => story.title);
  const [work, setWork] = useState<Work>(null);
  const [saved, setSaved] = useState('');
  const [failure, setFailure] = useState<unknown>(null);
  const [painter] = useState(createPagePainter);
  useEffect(() => () => painter.close(), [painter]);

  const named = (suffix: string) => fileName(title, t('storyboard.file.name'), suffix);
  const run = (making: () => Promise<{ blob: Blob; name: string }>) => {
    if (work !== null) return;
    setFailure(null);
    setSaved('');
    setWork({ done: 0, of: 1 });
    editor.leaveText();
    making()
      .then(({ blob, name }) => {
        saveFile(blob, name);
        setSaved(t('storyboard.export.saved', { name }));
      }, setFailure)
      .finally(() => setWork(null));
  };

  const paint = async (number: number): Promise<Blob> => {
    const shown = pagesInOrder(editor.store.getState().story)[number - 1];
    if (!shown) throw new Error(`no page ${number}`);
    return painter.paint(pageLook(shown), PICTURE_WIDTH_PX);
  };
  const onePicture = async () => ({ blob: await paint(page), name: named(`-${page}.png`) });
  const allPictures = async () => {
    const { zipSync } = await import('fflate');
    const count = editor.store.getState().story.order.length;
    const files: Record<string, Uint8Array> = {};
    for (let number = 1; number <= count; number += 1) {
      setWork({ done: number - 1, of: count });
      const file = `${String(number).padStart(2, '0')}.png`;
      files[file] = new Uint8Array(await (await paint(number)).arrayBuffer());
    }
    // Pictures are compressed already.
    const zip = zipSync(files, { level: 0 });
    return { blob: new Blob([zip as BlobPart], { type: 'application/zip' }), name: named('.zip') };
  };
  const book = async () => {
    // The server binds what it has: the newest strokes go there first.
    await session.flush();
    const bytes = await callForBytes(readOwnBook, { params: { entryId } });
    const blob = new Blob([bytes as BlobPart], { type: 'application/pdf' });
    return { blob, name: named('.pdf') };
  };
  const storyFile = async () => {
    const bytes = await session.storyFile();
    const blob = new Blob([bytes as BlobPart], { type: 'application/octet-stream' });
    return { blob, name: named(STORY_FILE_SUFFIX) };
  };

  const ways = [
    { id: 'file', icon: Save, making: storyFile, values: {} },
    { id: 'book', icon: BookOpen, making: book, values: {} },
    { id: 'picture', icon: Image, making: onePicture, values: { page } },
    { id: 'pictures', icon: FileArchive, making: allPictures, values: {} },
  ] as const;
  return (
    <Dialog title={t('storyboard.export')} onClose={onClose}>
      <ul className="extras">
        {ways.map(({ id, icon: Icon, making, values }) => (
          <li key={id}>
            <button
              type="button"
              className="extra"
              aria-disabled={work !== null}
              onClick={() => run(making)}
            >
              <Icon aria-hidden="true" />
              <strong>{t(`storyboard.export.${id}`, values)}</strong>
              <span>{t(`storyboard.export.${id}Hint`)}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className="studio-sending" role="status">
        {work === null
          ? saved
          : work.of > 1
            ? t('storyboard.export.page', { page: work.done + 1, pages: work.of })
            : t('storyboard.export.working')}
      </p>
      {failure === null ? null : <ErrorNote error={failure} />}
      <div className="dialog-actions">
        <Button onClick={onClose}>{t('common.close')}</Button>
      </div>
    </Dialog>
  );
}
