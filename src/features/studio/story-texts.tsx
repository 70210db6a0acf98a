import { type CompositionEvent, useEffect, useRef } from 'react';
import { MAX_CAPTION_CHARS, MAX_TITLE_CHARS } from '@domain/story/limits.ts';
import { tidyText } from '@domain/story/text.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import type { Editor } from './editor-store.ts';
import { useEditor, usePageNumber } from './use-editor.ts';

/** A pause in typing after which the text becomes part of the story, ms. */
const PAUSE_MS = 700;
/** The counter shows itself when this few letters are left. */
const NEAR_LIMIT = 40;

function lengthOf(typed: string): number {
  return tidyText(typed, Number.MAX_SAFE_INTEGER).length;
}

/**
 * What a field does besides showing text. While an input method composes (Telex in the making of
 * a "ễ"), nothing is cut, composed or recorded: that would break the letter under the fingers.
 */
function useTyping(editor: Editor, maxChars: number, type: (text: string) => void) {
  const composing = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const take = (text: string) => {
    const whole = !composing.current;
    type(whole && lengthOf(text) > maxChars ? tidyText(text, maxChars) : text);
    clearTimeout(timer.current);
    if (whole) timer.current = setTimeout(() => editor.keepText(), PAUSE_MS);
  };
  type Field = HTMLInputElement | HTMLTextAreaElement;
  return {
    onChange: (event: { currentTarget: Field }) => take(event.currentTarget.value),
    onCompositionStart: () => {
      composing.current = true;
    },
    onCompositionEnd: (event: CompositionEvent<Field>) => {
      composing.current = false;
      take(event.currentTarget.value);
    },
    onBlur: () => {
      clearTimeout(timer.current);
      composing.current = false;
      editor.leaveText();
    },
  };
}

export function TitleField({ editor }: { editor: Editor }) {
  const { t } = useLanguage();
  const title = useEditor(editor, ({ typed, story }) => typed.title ?? story.title);
  const typing = useTyping(editor, MAX_TITLE_CHARS, (text) => editor.typeTitle(text));
  return (
    <input
      id="studio-title"
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

export function CaptionField({ editor }: { editor: Editor }) {
  const { t } = useLanguage();
  const page = usePageNumber(editor);
  const pageId = useEditor(editor, (state) => state.pageId);
  const caption = useEditor(
    editor,
    ({ typed, story }) => typed.captions.get(pageId) ?? story.pages.get(pageId)?.caption ?? '',
  );
  const typing = useTyping(editor, MAX_CAPTION_CHARS, (text) => editor.typeCaption(pageId, text));
  const left = Math.max(0, MAX_CAPTION_CHARS - lengthOf(caption));
  return (
    <div className="studio-caption">
      <label htmlFor="studio-caption">{t('studio.caption.label', { page })}</label>
      <output className="studio-left" htmlFor="studio-caption">
        {left <= NEAR_LIMIT ? t('studio.caption.left', { left }) : ''}
      </output>
      <textarea
        id="studio-caption"
        rows={2}
        value={caption}
        placeholder={t('studio.caption.hint')}
        autoComplete="off"
        {...typing}
      />
    </div>
  );
}
