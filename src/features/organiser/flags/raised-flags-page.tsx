import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Textarea } from '@mantine/core';
import { CircleCheck, Flag } from 'lucide-react';
import { useState } from 'react';
import { listRaisedFlags, type RaisedFlags, resolveFlag } from '@contract/sheet-flags.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { call } from '@platform/api-client.ts';
import { Dialog } from '@ui/dialog.tsx';
import { EmptyState } from '@ui/empty-state.tsx';
import { ErrorNote } from '@ui/error-note.tsx';
import { Loading } from '@ui/loading.tsx';
import { EntryPages } from '../entry-pages.tsx';
import { OrganiserShell } from '../organiser-shell.tsx';
import './raised-flags.css';

type Line = RaisedFlags['flags'][number];

const FLAGS = ['raised-flags'];
const LEAST_CHARS = 3;

function ResolveDialog({ flag, onClose }: { flag: Line; onClose: () => void }) {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const [resolution, setResolution] = useState('');
  const resolve = useMutation({
    mutationFn: () =>
      call(resolveFlag, { params: { sheetId: flag.sheetId }, body: { resolution } }),
    onSuccess: (answer) => {
      queries.setQueryData(FLAGS, answer);
      onClose();
    },
  });
  return (
    <Dialog title={t('desk.flags.resolve')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          resolve.mutate();
        }}
      >
        <Textarea
          label={t('desk.flags.resolution')}
          description={t('desk.flags.resolutionAbout')}
          rows={3}
          maxLength={400}
          value={resolution}
          onChange={(event) => setResolution(event.currentTarget.value)}
        />
        {resolve.isError ? <ErrorNote error={resolve.error} /> : null}
        <div className="dialog-actions">
          <Button variant="default" onClick={onClose}>
            {t('desk.cancel')}
          </Button>
          <Button
            type="submit"
            disabled={resolution.trim().length < LEAST_CHARS}
            loading={resolve.isPending}
          >
            {t('desk.flags.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function FlagCard({ flag, onResolve }: { flag: Line; onResolve: () => void }) {
  const { t, f } = useLanguage();
  const { blindCode, title, entryId, pageCount, reasons, note, judgeName, raisedAt } = flag;
  const { resolvedAt, resolvedBy, resolution } = flag;
  return (
    <li className="raised-flag">
      <h3>{t('desk.references.entry', { code: blindCode, title })}</h3>
      <ul>
        {reasons.map((reason) => (
          <li key={reason}>
            <Flag size={16} aria-hidden="true" /> {t(`desk.flag.reason.${reason}`)}
          </li>
        ))}
      </ul>
      {note === '' ? null : <blockquote>{note}</blockquote>}
      <p className="raised-flag-by">
        {t('desk.flags.by', { judge: judgeName, time: f.dateTime(raisedAt) })}
      </p>
      <details>
        <summary>{t('desk.flags.look')}</summary>
        <EntryPages entryId={entryId} blindCode={blindCode} pageCount={pageCount} />
      </details>
      {resolvedAt === null ? (
        <Button variant="default" onClick={onResolve}>
          {t('desk.flags.resolve')}
        </Button>
      ) : (
        <p className="raised-flag-done">
          <CircleCheck size={18} aria-hidden="true" />
          {t('desk.flags.resolved', {
            name: resolvedBy ?? '',
            time: f.dateTime(resolvedAt),
            resolution: resolution ?? '',
          })}
        </p>
      )}
    </li>
  );
}

/** What judges ask the organiser to look at, and how it was settled. */
export function RaisedFlagsPage() {
  const { t } = useLanguage();
  const flags = useQuery({
    queryKey: FLAGS,
    queryFn: ({ signal }) => call(listRaisedFlags, { signal }),
  });
  const [resolving, setResolving] = useState<Line | null>(null);
  const all = flags.data?.flags ?? [];
  const parts = [
    { key: 'open', list: all.filter(({ resolvedAt }) => resolvedAt === null) },
    { key: 'done', list: all.filter(({ resolvedAt }) => resolvedAt !== null) },
  ] as const;
  return (
    <OrganiserShell title={t('desk.flags.title')} lead={t('desk.flags.lead')}>
      {flags.isPending ? <Loading /> : null}
      {flags.isError ? (
        <ErrorNote error={flags.error} onRetry={() => void flags.refetch()} />
      ) : null}
      {flags.data && all.length === 0 ? (
        <EmptyState title={t('desk.flags.none')} text={t('desk.flags.noneText')} />
      ) : null}
      {parts.map(({ key, list }) =>
        list.length === 0 ? null : (
          <section key={key} aria-labelledby={`flags-${key}`}>
            <h2 id={`flags-${key}`}>{t(`desk.flags.${key}`, { count: list.length })}</h2>
            <ul className="raised-flags">
              {list.map((flag) => (
                <FlagCard key={flag.sheetId} flag={flag} onResolve={() => setResolving(flag)} />
              ))}
            </ul>
          </section>
        ),
      )}
      {resolving === null ? null : (
        <ResolveDialog flag={resolving} onClose={() => setResolving(null)} />
      )}
    </OrganiserShell>
  );
}
