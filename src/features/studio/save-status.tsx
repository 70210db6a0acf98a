import { CircleCheck, CloudOff, HardDrive, LoaderCircle, TriangleAlert } from 'lucide-react';
import { ButtonLink } from '@ui/button-link.tsx';
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

/** What a pupil must know beyond the word: network gone, disk full, signed out, round closed. */
export function SaveNotice({ local, server }: Saving) {
  const { t } = useLanguage();
  const textOf = useErrorText();
  if (savedWhere({ local, server }) === 'nowhere') {
    return (
      <p className="studio-notice" data-urgent="true" role="alert">
        <TriangleAlert aria-hidden="true" />
        <span>{t('studio.save.nowhere')}</span>
      </p>
    );
  }
  const text =
    server.kind === 'refused'
      ? textOf(server.refusal)
      : server.kind === 'away'
        ? t('studio.save.away')
        : local === 'full'
          ? t('studio.save.full')
          : local === 'unavailable'
            ? t('studio.save.onlyServer')
            : null;
  if (text === null) return null;
  const signedOut = server.kind === 'refused' && server.refusal.code === 'session.missing';
  return (
    <p className="studio-notice" role="status">
      <CloudOff aria-hidden="true" />
      <span>{text}</span>
      {signedOut ? <ButtonLink to="/vao">{t('studio.save.signIn')}</ButtonLink> : null}
    </p>
  );
}
