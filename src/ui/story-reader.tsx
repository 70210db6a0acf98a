import { Button } from '@mantine/core';
import { ArrowLeft, ArrowRight, Maximize, Minimize } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useLanguage } from '@i18n/use-language.tsx';
import { RetriedImage } from './retried-image.tsx';
import { usePageTurn } from './use-page-turn.ts';
import { useWholeScreen } from './use-whole-screen.ts';
import './story-reader.css';

export type ReaderPage = {
  /** Null while it is being drawn. */
  readonly src: string | null;
  /** What the author wrote for who cannot see it, or else which page it is. */
  readonly alt: string;
  readonly caption: string;
};

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

/** The open page, and for a moment the leaf that turns over it. */
function Leaves({ pages, at }: { pages: readonly ReaderPage[]; at: number }) {
  const { turn, end } = usePageTurn(at);
  const page = pages[at];
  const other = turn === null ? null : (pages[turn.from]?.src ?? null);
  // Going on, the old page turns away over the new one; going back, the new one comes down on the old.
  const under = turn?.forward === false ? other : null;
  const leaf = turn?.forward === true ? other : turn === null ? null : (page?.src ?? null);
  return (
    <>
      {page?.src ? (
        <RetriedImage key={page.src} src={page.src} alt={page.alt} lostClassName="reader-lost" />
      ) : null}
      {under === null ? null : <img className="reader-under" src={under} alt="" />}
      {leaf === null || turn === null ? null : (
        <img
          key={`${turn.from}-${at}`}
          className="reader-leaf"
          data-forward={turn.forward}
          src={leaf}
          alt=""
          onAnimationEnd={end}
          onError={end}
        />
      )}
    </>
  );
}

/**
 * A picture story as a book: one page large, its caption below or beside, previous and next by
 * button, arrow keys and swipe, the whole screen on demand. The picture lies on white paper; around
 * it is whatever the room chose (`ground`: judges look at neutral grey without a tint).
 * @param wideKeys arrow keys work wherever the focus is, except in text fields
 * @param captions where there is room for it
 * @param at the open page, counted from 0, for who turns the pages from outside
 */
export function StoryReader({
  pages,
  label,
  ground = 'sand',
  wideKeys = false,
  captions = 'below',
  at: given,
  onPage,
}: {
  pages: readonly ReaderPage[];
  label: string;
  ground?: 'sand' | 'grey';
  wideKeys?: boolean;
  captions?: 'below' | 'beside';
  at?: number;
  onPage?: (index: number) => void;
}) {
  const { t } = useLanguage();
  const [wanted, setWanted] = useState(0);
  const section = useRef<HTMLElement>(null);
  const swipeFrom = useRef<number | null>(null);
  const { whole, setWhole } = useWholeScreen(section);
  const at = Math.min(given ?? wanted, Math.max(0, pages.length - 1));
  const page = pages[at];
  const next = pages[at + 1]?.src;

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
    const target = wideKeys || whole ? window : section.current;
    const onKey = (event: Event) => {
      if (!(event instanceof KeyboardEvent) || event.defaultPrevented) return;
      if (event.ctrlKey || event.altKey || event.metaKey || typesText(event.target)) return;
      // Home and End scroll a page that listens to keys everywhere.
      if (wideKeys && !event.key.startsWith('Arrow')) return;
      if (latestGoTo.current(pageByKey(event.key, at, pages.length))) event.preventDefault();
    };
    target?.addEventListener('keydown', onKey);
    return () => target?.removeEventListener('keydown', onKey);
  }, [wideKeys, whole, at, pages.length]);

  // The next page is there when the reader turns to it.
  useEffect(() => {
    if (next) new Image().src = next;
  }, [next]);

  if (!page) return null;
  const place = t('common.reader.place', { page: at + 1, count: pages.length });
  return (
    <section
      ref={section}
      className="story-reader"
      data-ground={ground}
      data-captions={captions}
      data-whole={whole}
      aria-label={label}
    >
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
          <Leaves pages={pages} at={at} />
        </div>
        {page.caption === '' ? null : <figcaption>{page.caption}</figcaption>}
      </figure>
      <div className="reader-steps">
        {pages.length > 1 ? (
          <>
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
          </>
        ) : null}
        <Button
          className="reader-whole"
          variant="default"
          aria-pressed={whole}
          aria-label={t('common.reader.whole')}
          title={t('common.reader.whole')}
          onClick={() => setWhole(!whole)}
        >
          {whole ? <Minimize aria-hidden="true" /> : <Maximize aria-hidden="true" />}
        </Button>
      </div>
    </section>
  );
}
