import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { LogOut } from 'lucide-react';
import type { HarbourView } from '@contract/pupil.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { ConnectionLost } from '@platform/api-client.ts';
import { useSignOut } from '@platform/queries.ts';
import { Dialog } from '@ui/dialog.tsx';
import { ErrorNote } from '@ui/error-note.tsx';
import { isOver } from './deadline.ts';

/** What the pupil wants when the story could not be sent whole. */
type Wish = 'only-when-sent' | 'even-when-kept';

/**
 * Sends and wipes the drawing that lies on this device, then signs out. When the server lacks some
 * of it, the pupil is told and chooses: the drawing stays here either way.
 */
export function SignOutButton({ harbour }: { harbour: HarbourView | undefined }) {
  const { t } = useLanguage();
  const signOut = useSignOut('/vao');
  const leave = useMutation({
    mutationFn: async (wish: Wish) => {
      // Fetched when it is needed: the story's codec is too heavy for the harbour's first page.
      const { leaveDevice } = await import('@platform/drafts/leave-device.ts').catch(
        (cause: unknown) => {
          throw new ConnectionLost(cause);
        },
      );
      const leaving = await leaveDevice();
      if (leaving === 'kept' && wish === 'only-when-sent') return 'asked';
      await signOut.mutateAsync();
      return 'gone';
    },
  });
  const over = harbour !== undefined && isOver(harbour.edition);
  const asking = leave.data === 'asked' || leave.isError;
  return (
    <>
      <Button
        variant="subtle"
        leftSection={<LogOut size={18} aria-hidden="true" />}
        loading={leave.isPending}
        onClick={() => leave.mutate('only-when-sent')}
      >
        {t('common.signOut')}
      </Button>
      {asking ? (
        <Dialog
          title={t(leave.isError ? 'harbour.leave.failed' : 'harbour.leave.title')}
          onClose={() => leave.reset()}
        >
          {leave.isError ? (
            <ErrorNote error={leave.error} />
          ) : (
            <p>{t(over ? 'harbour.leave.overText' : 'harbour.leave.text')}</p>
          )}
          <div className="dialog-actions">
            {leave.isError ? (
              <Button variant="default" onClick={() => leave.mutate('only-when-sent')}>
                {t('common.tryAgain')}
              </Button>
            ) : (
              <Button variant="default" onClick={() => leave.mutate('even-when-kept')}>
                {t('harbour.leave.anyway')}
              </Button>
            )}
            <Button onClick={() => leave.reset()}>{t('harbour.leave.stay')}</Button>
          </div>
        </Dialog>
      ) : null}
    </>
  );
}
