import { Button } from '@mantine/core';
import { type ReactNode, type RefObject, useEffect, useState } from 'react';
import { useLanguage } from '@i18n/use-language.tsx';
import { Loading } from '@ui/loading.tsx';
import { isLight, setLight } from './renderer-choice.ts';
import type { Painter } from './stage.ts';
import { loadLetters } from './vn-text.ts';
import './phaser-stage.css';

type Phase = 'loading' | 'drawn' | 'slow' | 'failed';

/**
 * Where Phaser draws: mounted by animation frame, so that a component that is mounted twice in a
 * row (React's strict mode) makes one game. `painter` is asked once a mount.
 */
export function PhaserStage({
  host,
  painter,
  children,
}: {
  /** Takes the canvas; focus, keys and pointers are its owner's. */
  host: RefObject<HTMLDivElement | null>;
  painter: () => Painter;
  children?: ReactNode;
}) {
  const { t } = useLanguage();
  const [phase, setPhase] = useState<Phase>('loading');
  const [light, setLightHere] = useState(isLight);
  useEffect(() => {
    let stage: { readonly close: () => void } | null = null;
    let gone = false;
    const open = async () => {
      // A machine that went offline before its first game has nothing to draw with.
      const engine = await import('./open-stage.ts').catch(() => null);
      if (engine === null) return setPhase('failed');
      await loadLetters();
      if (gone || host.current === null) return;
      stage = engine.openStage({
        host: host.current,
        painter: painter(),
        calm: window.matchMedia('(prefers-reduced-motion: reduce)').matches,
        light,
        onReady: () => setPhase('drawn'),
        onSlow: () => setPhase((now) => (light ? now : 'slow')),
      });
    };
    const frame = requestAnimationFrame(() => void open());
    return () => {
      gone = true;
      cancelAnimationFrame(frame);
      stage?.close();
    };
    // oxlint-disable-next-line react/exhaustive-deps -- a painter is taken once a mount
  }, [light]);
  return (
    <>
      {phase === 'loading' ? (
        <div className="stage-wait">
          <Loading />
        </div>
      ) : null}
      {phase === 'failed' ? <p className="stage-note">{t('arcade.failed')}</p> : null}
      {phase === 'slow' ? (
        <div className="stage-note" role="status">
          <span>{t('arcade.slow')}</span>
          <Button
            size="sm"
            onClick={() => {
              setLight(true);
              setLightHere(true);
              setPhase('loading');
            }}
          >
            {t('arcade.useLight')}
          </Button>
          <Button size="sm" variant="default" onClick={() => setPhase('drawn')}>
            {t('arcade.keep')}
          </Button>
        </div>
      ) : null}
      {phase === 'drawn' || phase === 'slow' ? children : null}
    </>
  );
}
