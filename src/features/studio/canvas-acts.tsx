import {
  Check,
  Copy,
  FlipHorizontal2,
  Lightbulb,
  type LucideIcon,
  Maximize,
  Trash2,
  ZoomIn,
  ZoomOut,
} from 'lucide-react';
import { useStore } from 'zustand';
import type { Key } from '@i18n/keys.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { MAX_SCALE, type Zoom } from './engine/zoom.ts';
import type { LassoAct } from './tools/lasso/lasso-tool.ts';
import type { ToolDesk } from './tools/tool-desk.ts';
import { useDeskState } from './tools/use-tool-desk.ts';

const LASSO_ACTS: readonly { act: LassoAct; name: Key; icon: LucideIcon }[] = [
  { act: 'duplicate', name: 'tools.lasso.duplicate', icon: Copy },
  { act: 'flip', name: 'tools.lasso.flip', icon: FlipHorizontal2 },
  { act: 'remove', name: 'tools.lasso.remove', icon: Trash2 },
  { act: 'done', name: 'tools.lasso.done', icon: Check },
];

function ZoomActs({ zoom }: { zoom: Zoom }) {
  const { t, f } = useLanguage();
  const scale = useStore(zoom.store, (state) => state.scale);
  const band = scale > 1;
  return (
    <div className="studio-zoom" role="group" aria-label={t('tools.zoom')}>
      <button
        type="button"
        className="studio-button"
        aria-label={t('tools.zoom.out')}
        title={t('tools.zoom.out')}
        aria-disabled={!band}
        onClick={() => zoom.step(-1)}
      >
        <ZoomOut aria-hidden="true" />
      </button>
      <output>{f.integer(Math.round(scale * 100))}%</output>
      <button
        type="button"
        className="studio-button"
        aria-label={t('tools.zoom.in')}
        title={t('tools.zoom.in')}
        aria-disabled={scale >= MAX_SCALE}
        onClick={() => zoom.step(1)}
      >
        <ZoomIn aria-hidden="true" />
      </button>
      {band ? (
        <button
          type="button"
          className="studio-button"
          aria-label={t('tools.zoom.whole')}
          title={t('tools.zoom.whole')}
          onClick={() => zoom.whole()}
        >
          <Maximize aria-hidden="true" />
        </button>
      ) : null}
    </div>
  );
}

/** What can be done with the page as a whole, and with what the tool in hand holds. */
export function CanvasActs({
  desk,
  zoom,
  onAct,
  onIdeas,
  onCloseGaps,
}: {
  desk: ToolDesk;
  zoom: Zoom;
  onAct: (what: LassoAct) => void;
  /** Null where the page is drawn on already. */
  onIdeas: (() => void) | null;
  /** Takes back the colour that ran out; poured again it stops at larger gaps. */
  onCloseGaps: () => void;
}) {
  const { t } = useLanguage();
  const holdsInk = useDeskState(desk, (state) => state.holdsInk);
  const leaks = useDeskState(desk, (state) => state.leaks.length);
  const gap = useDeskState(desk, (state) => state.gap);
  const band = useDeskState(desk, (state) => state.band);
  const scale = useStore(zoom.store, (state) => state.scale);
  return (
    <div className="studio-acts">
      {holdsInk ? (
        <div className="studio-lasso-acts" role="group" aria-label={t('tools.lasso.acts')}>
          {LASSO_ACTS.map(({ act, name, icon: Icon }) => (
            <button key={act} type="button" className="studio-button" onClick={() => onAct(act)}>
              <Icon aria-hidden="true" />
              {t(name)}
            </button>
          ))}
        </div>
      ) : null}
      {leaks > 0 ? (
        <p className="studio-notice" role="status">
          <span>{t('tools.leak.text', { leaks })}</span>
          {gap === 'large' ? null : (
            <button type="button" className="studio-button" onClick={onCloseGaps}>
              {t('tools.leak.close')}
            </button>
          )}
        </p>
      ) : null}
      <div className="studio-aside">
        {onIdeas ? (
          <button type="button" className="studio-button" onClick={onIdeas}>
            <Lightbulb aria-hidden="true" />
            {t('storyboard.ideas')}
          </button>
        ) : null}
        {band === 'small' && scale === 1 ? null : <ZoomActs zoom={zoom} />}
      </div>
    </div>
  );
}
