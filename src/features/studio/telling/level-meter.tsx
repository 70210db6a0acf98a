import { useEffect, useRef, useState } from 'react';
import { useLanguage } from '@i18n/use-language.tsx';

const HEARD = 0.12;
const QUIET_MS = 4_000;

/** Moves with the voice; says so when for some seconds nothing was heard. */
export function LevelMeter({ level }: { level: () => number }) {
  const { t } = useLanguage();
  const bar = useRef<HTMLSpanElement>(null);
  const [quiet, setQuiet] = useState(false);
  useEffect(() => {
    let frame = 0;
    let heardAt = performance.now();
    const paint = (now: number) => {
      const loud = level();
      if (loud > HEARD) heardAt = now;
      setQuiet(now - heardAt > QUIET_MS);
      if (bar.current) bar.current.style.transform = `scaleX(${loud.toFixed(3)})`;
      frame = requestAnimationFrame(paint);
    };
    frame = requestAnimationFrame(paint);
    return () => cancelAnimationFrame(frame);
  }, [level]);
  return (
    <div className="telling-level">
      <span className="telling-level-name">{t('telling.level')}</span>
      <span className="telling-level-track" aria-hidden="true">
        <span ref={bar} />
      </span>
      <p role="status">{quiet ? t('telling.quiet') : ''}</p>
    </div>
  );
}
