import { Check, X } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { PAGE_HEIGHT_PX, PAGE_WIDTH_PX, toPx } from '@domain/story/limits.ts';
import { TYPEFACES, unbrokenText } from '@domain/story/paint/objects/text.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { cssColour } from '../palette.ts';
import type { ObjectDesk, ObjectDeskState } from './object-desk.ts';
import { MAX_TYPED_CHARS } from './text-fit.ts';

/** Smaller letters cannot be read while typing, and make a phone zoom in. */
const LEAST_LETTERS_PX = 18;
const MOST_LETTERS_PX = 64;

/**
 * Words are typed into a field of the browser, never into the canvas: only so a Vietnamese keyboard
 * can put its marks on letters already typed.
 */
export function WritingBox({
  writing: { object, item },
  desk,
}: {
  writing: NonNullable<ObjectDeskState['writing']>;
  desk: ObjectDesk;
}) {
  const { t } = useLanguage();
  const field = useRef<HTMLTextAreaElement>(null);
  const { placement, font, colour, bubble } = item;

  useEffect(() => {
    const area = field.current;
    area?.focus();
    area?.setSelectionRange(area.value.length, area.value.length);
    desk.hide(object);
    return () => desk.hide(null);
  }, [desk, object]);

  const grow = () => {
    const area = field.current;
    if (area === null) return;
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight}px`;
  };
  useLayoutEffect(grow);

  // Letters as large as on the page: the overlay is as wide as the page, whatever that is in px.
  const share = (toPx(item.textSize) * (placement.scale / 1000)) / PAGE_WIDTH_PX;
  const letters = `clamp(${LEAST_LETTERS_PX}px, ${share * 100}cqi, ${MOST_LETTERS_PX}px)`;

  return (
    <div
      className="objects-writing"
      style={{
        left: `clamp(8.5rem, ${(toPx(placement.x) / PAGE_WIDTH_PX) * 100}%, calc(100% - 8.5rem))`,
        top: `clamp(4rem, ${(toPx(placement.y) / PAGE_HEIGHT_PX) * 100}%, calc(100% - 6rem))`,
      }}
    >
      <textarea
        ref={field}
        rows={1}
        defaultValue={unbrokenText(item.text)}
        maxLength={MAX_TYPED_CHARS}
        aria-label={t('objects.writing')}
        placeholder={t('objects.writing.hint')}
        lang="vi"
        spellCheck={false}
        style={{
          color: cssColour(colour),
          fontFamily: `'${TYPEFACES[font].family}'`,
          fontWeight: TYPEFACES[font].weight,
          fontSize: letters,
          textAlign: bubble === 'none' || bubble === 'narration' ? 'left' : 'center',
        }}
        onChange={(event) => {
          desk.typing(event.currentTarget.value);
          grow();
        }}
        onCompositionEnd={(event) => desk.typing(event.currentTarget.value)}
        onKeyDown={(event) => {
          // These keys belong to the keyboard's own list of letters while it is open.
          if (event.nativeEvent.isComposing) return;
          if (
            event.key === 'Escape' ||
            (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
          ) {
            event.preventDefault();
            desk.finishWriting();
          }
        }}
      />
      <div className="objects-writing-acts">
        <button type="button" className="studio-button" onClick={() => desk.finishWriting()}>
          <Check aria-hidden="true" />
          {t('objects.writing.done')}
        </button>
        <button type="button" className="studio-button" onClick={() => desk.cancelWriting()}>
          <X aria-hidden="true" />
          {t('objects.writing.cancel')}
        </button>
      </div>
    </div>
  );
}
