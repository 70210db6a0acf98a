import { ActionIcon } from '@mantine/core';
import { ChevronLeft, ChevronRight, Maximize, Minimize, ZoomIn, ZoomOut } from 'lucide-react';
import { type CSSProperties, type PointerEvent, type ReactNode, useEffect, useRef } from 'react';
import { readSheetPage, type SheetView } from '@contract/judging.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { RetriedImage } from '@ui/retried-image.tsx';
import { addressOf } from '@platform/api-client.ts';
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

/** The picture, large, on neutral grey; pages, zoom and full screen by button and by key. */
export function PictureStage({ sheet, view }: { sheet: SheetView; view: StageView }) {
  const { t } = useLanguage();
  const drag = useDrag();
  const count = sheet.captions.length;
  const { page, zoom, full } = view;
  const srcOf = (index: number) =>
    addressOf(readSheetPage, { sheetId: sheet.id, page: String(index + 1) });
  const following = page + 1 < count ? srcOf(page + 1) : null;
  useEffect(() => {
    if (following !== null) new Image().src = following;
  }, [following]);

  return (
    <section
      className="stage"
      data-full={full || undefined}
      aria-label={t('judging.stage.label', { code: sheet.blindCode })}
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
        <RetriedImage
          key={srcOf(page)}
          src={srcOf(page)}
          alt={
            sheet.altTexts[page] ||
            t('judging.stage.alt', { page: page + 1, code: sheet.blindCode })
          }
          width={1600}
          height={1200}
          style={{ '--zoom': zoom } as CSSProperties}
          lostClassName="stage-lost"
        />
      </div>
      <p className="stage-caption" aria-live="polite">
        {sheet.captions[page]}
      </p>
      <div className="stage-bar">
        <div>
          <StageButton
            label={t('common.reader.previous')}
            disabled={page === 0}
            onClick={() => view.turn(-1)}
          >
            <ChevronLeft aria-hidden="true" />
          </StageButton>
          <output>{t('common.reader.place', { page: page + 1, count })}</output>
          <StageButton
            label={t('common.reader.next')}
            disabled={page === count - 1}
            onClick={() => view.turn(1)}
          >
            <ChevronRight aria-hidden="true" />
          </StageButton>
        </div>
        <div>
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
