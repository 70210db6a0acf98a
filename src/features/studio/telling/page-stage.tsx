import { Button } from '@mantine/core';
import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { StoryPage } from '@domain/story/story.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { PageThumb } from '../page-thumb.tsx';

const SWIPE_PX = 48;
const WIDTH_PX = 960;
const STEPS: Readonly<Record<string, -1 | 1>> = {
  ArrowLeft: -1,
  PageUp: -1,
  ArrowRight: 1,
  PageDown: 1,
};

function movesCaret(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select') !== null;
}

/** The page that is told, large, its neighbours painted beside it so that a turn shows at once; turned by button, arrow keys or swipe, also while recording. */
export function PageStage({
  pages,
  at,
  onStep,
}: {
  pages: readonly StoryPage[];
  /** The page that is shown, counted from 0. */
  at: number;
  onStep: (by: -1 | 1) => void;
}) {
  const { t } = useLanguage();
  const page = pages[at];
  const swipeFrom = useRef<number | null>(null);
  const step = useRef(onStep);
  useEffect(() => {
    step.current = onStep;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const by = STEPS[event.key];
      const bare = !event.ctrlKey && !event.altKey && !event.metaKey;
      if (by === undefined || !bare || movesCaret(event.target)) return;
      event.preventDefault();
      step.current(by);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  return (
    <div className="telling-stage">
      <div
        className="telling-paper"
        onPointerDown={(event) => {
          swipeFrom.current = event.clientX;
        }}
        onPointerUp={(event) => {
          const by = event.clientX - (swipeFrom.current ?? event.clientX);
          swipeFrom.current = null;
          if (Math.abs(by) >= SWIPE_PX) onStep(by < 0 ? 1 : -1);
        }}
        onPointerCancel={() => {
          swipeFrom.current = null;
        }}
      >
        {pages.slice(Math.max(0, at - 1), at + 2).map((each) => (
          <div key={each.id} hidden={each !== page}>
            <PageThumb page={each} widthPx={WIDTH_PX} />
          </div>
        ))}
      </div>
      {page === undefined || page.caption === '' ? null : (
        <p className="telling-caption">{t('telling.caption', { caption: page.caption })}</p>
      )}
      <div className="telling-steps">
        <Button
          variant="default"
          leftSection={<ArrowLeft size={20} aria-hidden="true" />}
          aria-disabled={at === 0}
          onClick={() => onStep(-1)}
        >
          {t('telling.previous')}
        </Button>
        <output>{t('telling.page', { page: at + 1, count: pages.length })}</output>
        <Button
          variant="default"
          rightSection={<ArrowRight size={20} aria-hidden="true" />}
          aria-disabled={at === pages.length - 1}
          onClick={() => onStep(1)}
        >
          {t('telling.next')}
        </Button>
      </div>
    </div>
  );
}
