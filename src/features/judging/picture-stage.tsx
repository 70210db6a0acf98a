import { ActionIcon } from '@mantine/core';
import {
  BookOpen,
  ChevronLeft,
  ChevronRight,
  Maximize,
  Minimize,
  ZoomIn,
  ZoomOut,
} from 'lucide-react';
import { type CSSProperties, type PointerEvent, type ReactNode, useEffect, useRef } from 'react';
import { useLanguage } from '@i18n/use-language.tsx';
import { RetriedImage } from '@ui/retried-image.tsx';
import { ZOOMS, type StageView } from './stage-view.ts';
import './picture-stage.css';

/** Drags the enlarged picture under the pointer; touch scrolls by itself. */
function useDrag() {
  const from = useRef<{ x: number; y: number } | null>(null);
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.pointerType !== 'mouse' || event.button !== 0) return;
      // A captured pointer clicks the stage, not the button that stands on it.
      if (event.target instanceof Element && event.target.closest('button')) return;
      from.current = { x: event.clientX, y: event.clientY };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (from.current === null) return;
      event.currentTarget.scrollBy(from.current.x - event.clientX, from.current.y - event.clientY);
      from.current = { x: event.clientX, y: event.clientY };
    },
    onPointerUp() {
      from.current = null;
    },
    onPointerCancel() {
      from.current = null;
    },
  };
}

function StageButton({
  label,
  disabled = false,
  pressed,
  onClick,
  children,
}: {
  label: string;
  disabled?: boolean;
  pressed?: boolean;
  onClick: () => void;
  children: ReactNode;
}) {
  return (
    <ActionIcon
      variant="default"
      size={44}
      aria-label={label}
      title={label}
      aria-disabled={disabled}
      aria-pressed={pressed}
      onClick={onClick}
    >
      {children}
    </ActionIcon>
  );
}

/** What lies on the stage; `name` is how the judge calls it. */
export type StageStory = {
  readonly name: string;
  readonly captions: readonly string[];
  readonly altTexts: readonly string[];
  /** Address of a page, counted from 0. */
  readonly srcOf: (page: number) => string;
};

/** The picture, large, on neutral grey; one page or two, zoom, full screen, by button and by key. */
export function PictureStage({ story, view }: { story: StageStory; view: StageView }) {
  const { t } = useLanguage();
  const drag = useDrag();
  const { name, captions, altTexts, srcOf } = story;
  const count = captions.length;
  const { open, zoom, full } = view;
  const first = open[0]!;
  const last = open.at(-1)!;
  const following = last + 1 < count ? srcOf(last + 1) : null;
  useEffect(() => {
    if (following !== null) new Image().src = following;
  }, [following]);

  return (
    <section
      className="stage"
      data-full={full || undefined}
      data-open={open.length}
      aria-label={t('judging.stage.label', { code: name })}
    >
      <div
        className="stage-view"
        role="group"
        aria-label={t('judging.stage.picture')}
        // What can be scrolled has to be within reach of the keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={zoom > 1 ? 0 : -1}
        data-zoomed={zoom > 1 || undefined}
        {...drag}
      >
        {open.map((page) => (
          <RetriedImage
            key={srcOf(page)}
            src={srcOf(page)}
            alt={altTexts[page] || t('judging.stage.alt', { page: page + 1, code: name })}
            width={1600}
            height={1200}
            style={{ '--zoom': zoom } as CSSProperties}
            lostClassName="stage-lost"
          />
        ))}
      </div>
      <div className="stage-captions" aria-live="polite">
        {open.map((page) => (
          // A long caption scrolls, and who has no mouse has to reach it.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          <p key={page} className="stage-caption" tabIndex={0}>
            {captions[page]}
          </p>
        ))}
      </div>
      <div className="stage-bar">
        <div>
          <StageButton
            label={t('common.reader.previous')}
            disabled={view.atStart}
            onClick={() => view.turn(-1)}
          >
            <ChevronLeft aria-hidden="true" />
          </StageButton>
          <output>
            {open.length === 1
              ? t('common.reader.place', { page: first + 1, count })
              : t('desk.place.two', { first: first + 1, last: last + 1, count })}
          </output>
          <StageButton
            label={t('common.reader.next')}
            disabled={view.atEnd}
            onClick={() => view.turn(1)}
          >
            <ChevronRight aria-hidden="true" />
          </StageButton>
        </div>
        <div>
          {count > 1 ? (
            <StageButton label={t('desk.spread')} pressed={view.spread} onClick={view.toggleSpread}>
              <BookOpen aria-hidden="true" />
            </StageButton>
          ) : null}
          <StageButton
            label={t('judging.stage.smaller')}
            disabled={zoom === ZOOMS[0]}
            onClick={() => view.zoomBy(-1)}
          >
            <ZoomOut aria-hidden="true" />
          </StageButton>
          <output className="stage-zoom">{t('judging.stage.zoom', { percent: zoom * 100 })}</output>
          <StageButton
            label={t('judging.stage.larger')}
            disabled={zoom === ZOOMS.at(-1)}
            onClick={() => view.zoomBy(1)}
          >
            <ZoomIn aria-hidden="true" />
          </StageButton>
          <StageButton
            label={t(full ? 'judging.stage.leaveFull' : 'judging.stage.full')}
            pressed={full}
            onClick={view.toggleFull}
          >
            {full ? <Minimize aria-hidden="true" /> : <Maximize aria-hidden="true" />}
          </StageButton>
        </div>
      </div>
    </section>
  );
}
