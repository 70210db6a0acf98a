import { CircleCheck, CloudOff, HardDrive, LoaderCircle, TriangleAlert } from 'lucide-react';
import { useErrorText } from '@ui/use-error-text.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import type { ServerState } from '@platform/drafts/draft-sync.ts';
import type { LocalState } from '@platform/drafts/journal-writer.ts';

type Saving = { readonly local: LocalState; readonly server: ServerState };

/** What is true of the newest stroke at this moment, in a word; only what was acknowledged counts. */
export function savedWhere({ local, server }: Saving): 'server' | 'here' | 'saving' | 'nowhere' {
  if (server.kind === 'saved' && server.at !== null) return 'server';
  if (local === 'saved') return 'here';
  const stuck = server.kind === 'away' || server.kind === 'refused' || server.kind === 'apart';
  return local !== 'saving' && stuck ? 'nowhere' : 'saving';
}

export function SaveStatus({ local, server }: Saving) {
  const { t, f } = useLanguage();
  const where = savedWhere({ local, server });
  if (where === 'server' && server.kind === 'saved' && server.at !== null) {
    return (
      <p className="studio-save" data-where={where}>
        <CircleCheck aria-hidden="true" />
        <span>{t('studio.save.server', { time: f.time(server.at) })}</span>
      </p>
    );
  }
  if (where === 'here') {
    const away = server.kind === 'away';
    return (
      <p className="studio-save" data-where={where}>
        {away ? <CloudOff aria-hidden="true" /> : <HardDrive aria-hidden="true" />}
        <span>{t(away ? 'studio.save.awayShort' : 'studio.save.here')}</span>
      </p>
    );
  }
  return (
    <p className="studio-save" data-where={where}>
      {where === 'saving' ? (
        <LoaderCircle aria-hidden="true" />
      ) : (
        <TriangleAlert aria-hidden="true" />
      )}
      <span>{t('studio.save.saving')}</span>
    </p>
  );
}

/** In a tab of its own: the drawing stays open here and is saved on coming back. */
function SignInAgain() {
  const { t } = useLanguage();
  return (
    <a className="studio-button" href="/vao" target="_blank" rel="noopener">
      {t('studio.save.signIn')}
    </a>
  );
}

/** What a pupil must know beyond the word: network gone, disk full, signed out, round closed. */
export function SaveNotice({ local, server }: Saving) {
  const { t } = useLanguage();
  const textOf = useErrorText();
  const nowhere = savedWhere({ local, server }) === 'nowhere';
  const refusal = server.kind === 'refused' ? server.refusal : null;
  const words: string[] = [];
  if (nowhere) words.push(t('studio.save.nowhere'));
  if (refusal) words.push(textOf(refusal));
  else if (server.kind === 'away' && !nowhere) words.push(t('studio.save.away'));
  else if (local === 'full') words.push(t('studio.save.full'));
  else if (local === 'unavailable' && !nowhere) words.push(t('studio.save.onlyServer'));
  if (words.length === 0) return null;
  return (
    <p className="studio-notice" data-urgent={nowhere} role={nowhere ? 'alert' : 'status'}>
      {nowhere ? <TriangleAlert aria-hidden="true" /> : <CloudOff aria-hidden="true" />}
      <span>{words.join(' ')}</span>
      {refusal?.code === 'session.missing' ? <SignInAgain /> : null}
    </p>
  );
}
