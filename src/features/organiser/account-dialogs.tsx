import { useLanguage } from '@i18n/use-language.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import type { Account } from './missing-steps.ts';
import { useRenewInvite, useSetAccountActive } from './organiser-queries.ts';

export function RenewDialog({
  account,
  onRenewed,
  onClose,
}: {
  account: Account;
  onRenewed: (link: string) => void;
  onClose: () => void;
}) {
  const { t } = useLanguage();
  const renew = useRenewInvite();
  return (
    <ConfirmDialog
      title={t('organiser.invite.renew.ask', { name: account.fullName })}
      confirm={t('organiser.invite.renew')}
      busy={renew.isPending}
      error={renew.error}
      onConfirm={() =>
        renew.mutate(account.id, { onSuccess: ({ inviteLink }) => onRenewed(inviteLink) })
      }
      onClose={onClose}
    >
      <p>{t('organiser.invite.renew.what')}</p>
    </ConfirmDialog>
  );
}

/** Closes an account that is in use, opens one that was closed. */
export function ActiveDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const { t } = useLanguage();
  const set = useSetAccountActive();
  const deed = account.active ? 'close' : 'reopen';
  return (
    <ConfirmDialog
      title={t(`organiser.accounts.${deed}.ask`, { name: account.fullName })}
      confirm={t(`organiser.accounts.${deed}`)}
      busy={set.isPending}
      error={set.error}
      onConfirm={() =>
        set.mutate({ accountId: account.id, active: !account.active }, { onSuccess: onClose })
      }
      onClose={onClose}
    >
      <p>{t(`organiser.accounts.${deed}.what`)}</p>
      {deed === 'close' && account.role === 'judge' ? (
        <p>{t('organiser.accounts.close.judge')}</p>
      ) : null}
    </ConfirmDialog>
  );
}
