import { type CompositionEvent, useEffect, useRef } from 'react';
import { tidyText } from '@domain/story/text.ts';
import type { Editor } from '../editor-store.ts';

/** A pause in typing after which the text becomes part of the story, ms. */
const PAUSE_MS = 700;

/** Letters of what was typed, as the story will count them. */
export function lengthOf(typed: string): number {
  return tidyText(typed, Number.MAX_SAFE_INTEGER).length;
}

/**
 * What a field does besides showing text. While an input method composes (Telex in the making of
 * a "ễ"), nothing is cut, composed or recorded: that would break the letter under the fingers.
 */
export function useTyping(editor: Editor, maxChars: number, type: (text: string) => void) {
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
      clearTimeout(timer.current);
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
