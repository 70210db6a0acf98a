import { type CompositionEvent, useEffect, useRef, useState } from 'react';
import { MAX_WRITTEN_CHARS, write, writtenOf } from '@domain/story/telling.ts';
import { tidyText } from '@domain/story/text.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import type { TellingKeeper } from '@platform/drafts/telling-keeper.ts';
import './write-panel.css';

/** A pause in typing after which the text is kept, ms. */
const PAUSE_MS = 700;
/** The counter shows itself when this few letters are left. */
const NEAR_LIMIT = 120;

/** The written telling of one page; mounted anew for another. */
export function WritePanel({
  keeper,
  page,
  number,
}: {
  keeper: TellingKeeper;
  page: number;
  number: number;
}) {
  const { t } = useLanguage();
  const [typed, setTyped] = useState(() => writtenOf(keeper.state.getState().telling, page));
  const composing = useRef(false);
  const unkept = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const keep = useRef(() => {
    clearTimeout(timer.current);
    if (unkept.current === null) return;
    const text = tidyText(unkept.current, MAX_WRITTEN_CHARS);
    unkept.current = null;
    void keeper.change(write(keeper.state.getState().telling, page, text));
  });
  useEffect(() => {
    const leave = keep.current;
    return () => leave();
  }, []);

  const take = (text: string) => {
    // While an input method composes, nothing is cut: that would break the letter under the fingers.
    const whole = !composing.current;
    const fits =
      whole && text.length > MAX_WRITTEN_CHARS ? tidyText(text, MAX_WRITTEN_CHARS) : text;
    setTyped(fits);
    unkept.current = fits;
    clearTimeout(timer.current);
    if (whole) timer.current = setTimeout(keep.current, PAUSE_MS);
  };
  const left = Math.max(0, MAX_WRITTEN_CHARS - typed.normalize('NFC').length);

  return (
    <div className="telling-write">
      <p>{t('telling.write.hint')}</p>
      <label htmlFor="telling-written">{t('telling.write.label', { page: number })}</label>
      <textarea
        id="telling-written"
        rows={7}
        value={typed}
        autoComplete="off"
        onChange={(event) => take(event.currentTarget.value)}
        onCompositionStart={() => {
          composing.current = true;
          clearTimeout(timer.current);
        }}
        onCompositionEnd={(event: CompositionEvent<HTMLTextAreaElement>) => {
          composing.current = false;
          take(event.currentTarget.value);
        }}
        onBlur={() => {
          composing.current = false;
          keep.current();
        }}
      />
      <output htmlFor="telling-written">
        {left <= NEAR_LIMIT ? t('telling.write.left', { left }) : ''}
      </output>
    </div>
  );
}
