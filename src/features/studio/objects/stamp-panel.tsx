import { Lock, Volume2 } from 'lucide-react';
import { useState } from 'react';
import type { ArtItem, ArtPack } from '@domain/story/art/pack.ts';
import type { VectorArt } from '@domain/story/art/vector-art.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { ArtPicture } from './art-picture.tsx';
import { findStamps } from './find-stamps.ts';
import type { ObjectDesk } from './object-desk.ts';
import { canReadAloud, readAloud } from './read-aloud.ts';
import { useArtGroups, useArtPack } from './use-art.ts';
import { useDesk } from './use-object-desk.ts';

/** Games keep a stamp closed until its badge is won. */
export function isOpen(item: ArtItem, unlocked: ReadonlySet<string>): boolean {
  return item.unlock === undefined || unlocked.has(item.unlock);
}

const NOTHING_WON: ReadonlySet<string> = new Set();

export function ComingNote({ failed, onAgain }: { failed: boolean; onAgain: () => void }) {
  const { t } = useLanguage();
  if (!failed) return <p role="status">{t('common.loading')}</p>;
  return (
    <p className="objects-hint" role="status">
      <span>{t('objects.failed')}</span>
      <button type="button" className="studio-button" onClick={onAgain}>
        {t('objects.again')}
      </button>
    </p>
  );
}

function Choice({
  item,
  art,
  open,
  desk,
}: {
  item: ArtItem;
  art: VectorArt | undefined;
  open: boolean;
  desk: ObjectDesk;
}) {
  const { t, locale } = useLanguage();
  const inHand = useDesk(desk, ({ asset, mode }) => mode === 'stamp' && asset === item.id);
  const name = item.name[locale];
  return (
    <button
      type="button"
      className="objects-stamp"
      aria-pressed={inHand}
      aria-disabled={!open}
      aria-label={open ? name : t('objects.stamps.locked', { name })}
      title={name}
      // Without a pointer there was no place yet: the keys go to the page to choose one.
      onClick={(event) => open && desk.takeStamp(item.id, event.detail === 0)}
    >
      {art ? <ArtPicture art={art} /> : null}
      {open ? null : <Lock aria-hidden="true" />}
      <span>{name}</span>
    </button>
  );
}

/** Name and fact of the stamp in hand, with the source of the fact. */
export function Fact({ item }: { item: ArtItem }) {
  const { t, f, locale } = useLanguage();
  const aloud = canReadAloud(locale);
  const since = item.validFrom === undefined ? null : f.date(Date.parse(item.validFrom));
  return (
    <div className="objects-fact" role="status">
      <h3>{item.name[locale]}</h3>
      <p>{item.fact[locale]}</p>
      <p className="objects-source">
        {t('objects.fact.source', { title: item.source.title })}
        {since === null ? null : `, ${t('objects.fact.asOf', { date: since })}`}
      </p>
      {aloud ? (
        <button
          type="button"
          className="studio-button"
          onClick={() => readAloud(`${item.name[locale]}. ${item.fact[locale]}`, locale)}
        >
          <Volume2 aria-hidden="true" />
          {t('objects.fact.listen')}
        </button>
      ) : null}
    </div>
  );
}

function Shelf({
  pack,
  items,
  desk,
  unlocked,
}: {
  pack: ArtPack;
  items: readonly ArtItem[];
  desk: ObjectDesk;
  unlocked: ReadonlySet<string>;
}) {
  const wanted = pack.groups.filter(({ id }) => items.some((item) => item.group === id));
  const [art, again] = useArtGroups(wanted.map(({ id }) => id));
  return (
    <>
      {art.state === 'here' ? null : <ComingNote failed={art.state === 'failed'} onAgain={again} />}
      <div className="objects-shelf">
        {items.map((item) => (
          <Choice
            key={item.id}
            item={item}
            art={art.state === 'here' ? art.value.get(item.id) : undefined}
            open={isOpen(item, unlocked)}
            desk={desk}
          />
        ))}
      </div>
    </>
  );
}

function Shelves({
  pack,
  desk,
  unlocked,
}: {
  pack: ArtPack;
  desk: ObjectDesk;
  unlocked: ReadonlySet<string>;
}) {
  const { t, locale } = useLanguage();
  const asset = useDesk(desk, (state) => state.asset);
  const recent = useDesk(desk, (state) => state.recent);
  const [typed, setTyped] = useState('');
  const groups = pack.groups.filter(
    ({ id, kind }) => kind === 'stamp' && pack.items.some(({ group }) => group === id),
  );
  const [group, setGroup] = useState(groups[0]?.id);
  const stamps = pack.items.filter((item) => groups.some(({ id }) => id === item.group));
  const found = findStamps(stamps, typed);
  const searching = typed.trim() !== '';
  const shown = searching ? found : stamps.filter((item) => item.group === group);
  const used = recent.flatMap((id) => stamps.find((item) => item.id === id) ?? []);
  const inHand = stamps.find((item) => item.id === asset);
  return (
    <>
      {inHand ? null : <p className="objects-hint">{t('objects.stamps.hint')}</p>}
      <input
        className="objects-search"
        type="search"
        value={typed}
        aria-label={t('objects.stamps.search')}
        placeholder={t('objects.stamps.search')}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {searching ? null : (
        <div className="objects-groups" role="group" aria-label={t('objects.stamps.groups')}>
          {groups.map(({ id, name }) => (
            <button key={id} type="button" aria-pressed={group === id} onClick={() => setGroup(id)}>
              {name[locale]}
            </button>
          ))}
        </div>
      )}
      <Shelf pack={pack} items={shown} desk={desk} unlocked={unlocked} />
      {searching && found.length === 0 ? (
        <p className="objects-hint" role="status">
          {t('objects.stamps.none')}
        </p>
      ) : null}
      {!searching && used.length > 0 ? (
        <>
          <h3>{t('objects.stamps.recent')}</h3>
          <Shelf pack={pack} items={used} desk={desk} unlocked={unlocked} />
        </>
      ) : null}
      {inHand ? <Fact item={inHand} /> : null}
    </>
  );
}

export function StampPanel({
  desk,
  unlocked = NOTHING_WON,
}: {
  desk: ObjectDesk;
  /** What this pupil has won in games. */
  unlocked?: ReadonlySet<string>;
}) {
  const { t } = useLanguage();
  const [pack, again] = useArtPack();
  return (
    <div className="objects-panel">
      <h2 className="studio-spoken">{t('objects.stamps')}</h2>
      {pack.state === 'here' ? (
        <Shelves pack={pack.value} desk={desk} unlocked={unlocked} />
      ) : (
        <ComingNote failed={pack.state === 'failed'} onAgain={again} />
      )}
    </div>
  );
}
