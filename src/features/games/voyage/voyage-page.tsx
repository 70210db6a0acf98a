import { useLanguage } from '@i18n/use-language.tsx';
import { useSession } from '@platform/queries.ts';
import { GamesFrame } from '../games-frame.tsx';
import { useQuizRoom } from '../games-queries.ts';
import { GAME_IDS, GAME_PATHS, GAME_PICTURES } from '../play/stations.ts';
import { useVoyageLog } from '../play/voyage-log.ts';
import { Badges } from './badges.tsx';
import { Station } from './station.tsx';
import { VoyageChart } from './voyage-chart.tsx';
import './voyage.css';

/** "Từ Đất Tổ ra biển lớn": from Đền Hùng down the Red River and along the coast to the islands. */
export function VoyagePage() {
  const { t } = useLanguage();
  const session = useSession();
  const log = useVoyageLog().read();
  const won = GAME_IDS.reduce((sum, id) => sum + (log[id]?.shells ?? 0), 0);
  const next = GAME_IDS.find((id) => (log[id]?.shells ?? 0) === 0) ?? null;
  return (
    <GamesFrame title={t('games.voyage.title')} lead={t('games.voyage.lead')} atMap wide>
      <p className="voyage-won">{t('games.voyage.won', { count: won, of: GAME_IDS.length * 3 })}</p>
      <div className="voyage">
        <VoyageChart log={log} next={next} />
        <ol className="stations" aria-label={t('games.voyage.stations')}>
          <Station
            to="/hoc-choi/luyen-tap"
            number={1}
            place={t('games.stop.practice')}
            title={t('games.voyage.practice')}
            about={t('games.voyage.practiceAbout')}
            picture="/art/games/hung-temple.svg"
          />
          {GAME_IDS.map((id, at) => (
            <Station
              key={id}
              to={GAME_PATHS[id]}
              number={at + 2}
              place={t(`games.stop.${id}`)}
              title={t(`games.${id}.title`)}
              about={t(`games.${id}.short`)}
              picture={GAME_PICTURES[id]}
              shells={log[id]?.shells ?? 0}
              isNext={id === next}
            />
          ))}
          {session.data?.role === 'pupil' ? <ContestDoor /> : null}
        </ol>
      </div>
      {session.data?.role === 'pupil' ? <Badges /> : null}
    </GamesFrame>
  );
}

/** The quiz round, when the edition has one for this pupil. */
function ContestDoor() {
  const { t } = useLanguage();
  const room = useQuizRoom();
  if (room.data === undefined || room.data.phase === 'off') return null;
  return (
    <Station
      to="/do-vui"
      number={GAME_IDS.length + 2}
      place={t('games.stop.contest')}
      title={t('games.voyage.contest')}
      about={t(`games.voyage.contest.${room.data.phase}`)}
      picture="/art/games/lighthouse.svg"
    />
  );
}
