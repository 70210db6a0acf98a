import { useId } from 'react';
import type { PageId } from '@domain/story/event.ts';
import { MAX_ALT_CHARS, MAX_CAPTION_CHARS, MAX_TITLE_CHARS } from '@domain/story/limits.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import type { Editor } from '../editor-store.ts';
import { useEditor } from '../use-editor.ts';
import { lengthOf, useTyping } from './use-typing.ts';
import './page-texts.css';

/** The counter shows itself when this few letters are left. */
const NEAR_LIMIT = 40;

/** @param id of the one title field that other places of the studio send the focus to */
export function TitleField({ editor, id }: { editor: Editor; id?: string }) {
  const { t } = useLanguage();
  const title = useEditor(editor, ({ typed, story }) => typed.title ?? story.title);
  const typing = useTyping(editor, MAX_TITLE_CHARS, (text) => editor.typeTitle(text));
  return (
    <input
      id={id}
      className="studio-title"
      type="text"
      value={title}
      aria-label={t('studio.story.title')}
      placeholder={t('studio.story.titleHint')}
      autoComplete="off"
      enterKeyHint="done"
      {...typing}
    />
  );
}

/** What the child tells about one page. */
export function CaptionField({
  editor,
  pageId,
  page,
  id,
}: {
  editor: Editor;
  pageId: PageId;
  page: number;
  id?: string;
}) {
  const { t } = useLanguage();
  const ownId = useId();
  const field = id ?? ownId;
  const caption = useEditor(
    editor,
    ({ typed, story }) => typed.captions.get(pageId) ?? story.pages.get(pageId)?.caption ?? '',
  );
  const typing = useTyping(editor, MAX_CAPTION_CHARS, (text) => editor.typeCaption(pageId, text));
  const left = Math.max(0, MAX_CAPTION_CHARS - lengthOf(caption));
  return (
    <div className="studio-caption">
      <label htmlFor={field}>{t('studio.caption.label', { page })}</label>
      <output className="studio-left" htmlFor={field}>
        {left <= NEAR_LIMIT ? t('studio.caption.left', { left }) : ''}
      </output>
      <textarea
        id={field}
        rows={2}
        value={caption}
        placeholder={t('studio.caption.hint')}
        autoComplete="off"
        {...typing}
      />
    </div>
  );
}

/** What a page shows, in words, for friends who cannot see it: offered, never asked for. */
export function AltField({
  editor,
  pageId,
  page,
}: {
  editor: Editor;
  pageId: PageId;
  page: number;
}) {
  const { t } = useLanguage();
  const field = useId();
  const alt = useEditor(
    editor,
    ({ typed, story }) => typed.alts.get(pageId) ?? story.pages.get(pageId)?.alt ?? '',
  );
  const typing = useTyping(editor, MAX_ALT_CHARS, (text) => editor.typeAlt(pageId, text));
  const left = Math.max(0, MAX_ALT_CHARS - lengthOf(alt));
  return (
    <details className="studio-alt">
      <summary>{t(alt === '' ? 'storyboard.alt.offer' : 'storyboard.alt.written')}</summary>
      <label htmlFor={field}>{t('storyboard.alt.label', { page })}</label>
      <textarea
        id={field}
        rows={2}
        value={alt}
        placeholder={t('storyboard.alt.hint')}
        autoComplete="off"
        {...typing}
      />
      <output className="studio-left" htmlFor={field}>
        {left <= NEAR_LIMIT ? t('storyboard.alt.left', { left }) : ''}
      </output>
    </details>
  );
}
