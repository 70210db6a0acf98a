import { Button } from '@mantine/core';
import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useLanguage } from '@i18n/use-language.tsx';
import { RetriedImage } from './retried-image.tsx';
import './story-reader.css';

export type ReaderPage = { readonly src: string; readonly alt: string; readonly caption: string };

const SWIPE_PX = 48;

function typesText(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select') !== null;
}

/** Where a key leads from page `at` of `count`, counted from 0; undefined for other keys. */
export function pageByKey(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowLeft':
    case 'PageUp':
      return Math.max(0, at - 1);
    case 'ArrowRight':
    case 'PageDown':
      return Math.min(count - 1, at + 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

/**
 * A picture story to look at: one page large, its caption below, previous and next by button,
 * arrow keys and swipe. The picture lies on white paper; around it is whatever the room chose
 * (`ground`: judges look at neutral grey without a tint).
 * @param wideKeys arrow keys work wherever the focus is, except in text fields
 */
export function StoryReader({
  pages,
  label,
  ground = 'sand',
  wideKeys = false,
  onPage,
}: {
  pages: readonly ReaderPage[];
  label: string;
  ground?: 'sand' | 'grey';
  wideKeys?: boolean;
  onPage?: (index: number) => void;
}) {
  const { t } = useLanguage();
  const [wanted, setWanted] = useState(0);
  const section = useRef<HTMLElement>(null);
  const swipeFrom = useRef<number | null>(null);
  const at = Math.min(wanted, Math.max(0, pages.length - 1));
  const page = pages[at];
  const next = pages[at + 1];

  const goTo = (index: number | undefined) => {
    if (index === undefined || index === at || index < 0 || index >= pages.length) return false;
    setWanted(index);
    onPage?.(index);
    return true;
  };
  const latestGoTo = useRef(goTo);
  useEffect(() => {
    latestGoTo.current = goTo;
  });

  useEffect(() => {
    const target = wideKeys ? window : section.current;
    const onKey = (event: Event) => {
      if (!(event instanceof KeyboardEvent) || event.defaultPrevented) return;
      if (event.ctrlKey || event.altKey || event.metaKey || typesText(event.target)) return;
      // Home and End scroll a page that listens to keys everywhere.
      if (wideKeys && !event.key.startsWith('Arrow')) return;
      if (latestGoTo.current(pageByKey(event.key, at, pages.length))) event.preventDefault();
    };
    target?.addEventListener('keydown', onKey);
    return () => target?.removeEventListener('keydown', onKey);
  }, [wideKeys, at, pages.length]);

  // The next page is there when the reader turns to it.
  useEffect(() => {
    if (next) new Image().src = next.src;
  }, [next]);

  if (!page) return null;
  const place = t('common.reader.place', { page: at + 1, count: pages.length });
  return (
    <section ref={section} className="story-reader" data-ground={ground} aria-label={label}>
      <figure>
        <div
          className="reader-page"
          onPointerDown={(event) => {
            swipeFrom.current = event.pointerType === 'touch' ? event.clientX : null;
          }}
          onPointerUp={(event) => {
            const from = swipeFrom.current;
            swipeFrom.current = null;
            if (from === null || Math.abs(event.clientX - from) < SWIPE_PX) return;
            goTo(event.clientX < from ? at + 1 : at - 1);
          }}
          onPointerCancel={() => {
            swipeFrom.current = null;
          }}
        >
          <RetriedImage key={page.src} src={page.src} alt={page.alt} lostClassName="reader-lost" />
        </div>
        {page.caption === '' ? null : <figcaption>{page.caption}</figcaption>}
      </figure>
      {pages.length > 1 ? (
        <div className="reader-steps">
          <Button
            variant="default"
            leftSection={<ArrowLeft size={20} aria-hidden="true" />}
            aria-disabled={at === 0}
            onClick={() => goTo(at - 1)}
          >
            {t('common.reader.previous')}
          </Button>
          <output>{place}</output>
          <Button
            variant="default"
            rightSection={<ArrowRight size={20} aria-hidden="true" />}
            aria-disabled={at === pages.length - 1}
            onClick={() => goTo(at + 1)}
          >
            {t('common.reader.next')}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
