import { useLanguage } from '@i18n/use-language.tsx';
import { GameRoom, type PlayProps } from '../play/game-room.tsx';
import { TimelineTable } from './timeline-table.tsx';

/** Documents of history, put in order one by one. */
export function TimelinePage() {
  return <GameRoom id="timeline">{(play: PlayProps) => <TimelineTable {...play} />}</GameRoom>;
}

/** The gap above or below a card, in words. */
export function useGapName() {
  const { t } = useLanguage();
  return (before: number | undefined, after: number | undefined) => {
    if (before === undefined) return t('games.timeline.gap.first', { after: String(after) });
    if (after === undefined) return t('games.timeline.gap.last', { before: String(before) });
    return t('games.timeline.gap.between', { before: String(before), after: String(after) });
  };
}
