import { Button } from '@mantine/core';
import { CircleCheck, CircleSlash, RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { byGivenName } from '@domain/people/names.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { type Column, DataTable } from '@ui/data-table.tsx';
import { AccountForm } from './account-form.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { InviteLink } from './invite-link.tsx';
import type { Account, Unit } from './missing-steps.ts';
import { useRenewInvite } from './organiser-queries.ts';

type Invite = { readonly fullName: string; readonly link: string };

function RenewDialog({
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

function useColumns(onRenew: (account: Account) => void): Column<Account>[] {
  const { t } = useLanguage();
  return [
    {
      key: 'name',
      label: t('organiser.accounts.fullName'),
      heading: true,
      show: (account) => account.fullName,
    },
    {
      key: 'role',
      label: t('organiser.accounts.role'),
      show: (account) => t(`organiser.role.${account.role}`),
    },
    {
      key: 'school',
      label: t('organiser.accounts.school'),
      show: (account) => account.schoolName ?? t('organiser.accounts.noSchool'),
    },
    {
      key: 'email',
      label: t('organiser.accounts.email'),
      show: (account) => <span className="account-email">{account.email}</span>,
    },
    {
      key: 'state',
      label: t('organiser.accounts.state'),
      show: (account) => {
        const Icon = account.active ? CircleCheck : CircleSlash;
        return (
          <span className="state-mark" data-good={account.active || undefined}>
            <Icon size={18} aria-hidden="true" />
            {t(account.active ? 'organiser.accounts.active' : 'organiser.accounts.inactive')}
          </span>
        );
      },
    },
    {
      key: 'renew',
      label: t('organiser.invite.link'),
      show: (account) => (
        <Button
          variant="default"
          aria-label={t('organiser.invite.renewFor', { name: account.fullName })}
          leftSection={<RefreshCw size={18} aria-hidden="true" />}
          onClick={() => onRenew(account)}
        >
          {t('organiser.invite.again')}
        </Button>
      ),
    },
  ];
}

/** Adults who may sign in: add one, hand over the link, renew a lost one. */
export function AccountsSection({
  units,
  accounts,
}: {
  units: readonly Unit[];
  accounts: readonly Account[];
}) {
  const { t } = useLanguage();
  const [invite, setInvite] = useState<Invite | null>(null);
  const [renewing, setRenewing] = useState<Account | null>(null);
  const columns = useColumns(setRenewing);
  return (
    <section aria-labelledby="accounts-title">
      <h2 id="accounts-title">{t('organiser.setUp.accounts')}</h2>
      <AccountForm
        schools={units.filter(({ kind }) => kind === 'school')}
        onAdded={(fullName, link) => setInvite({ fullName, link })}
      />
      {invite ? <InviteLink key={invite.link} {...invite} /> : null}
      <h3>{t('organiser.accounts.list', { count: accounts.length })}</h3>
      <DataTable
        caption={t('organiser.setUp.accounts')}
        columns={columns}
        rows={accounts.toSorted(byGivenName)}
        rowKey={(account) => account.id}
      />
      {renewing ? (
        <RenewDialog
          account={renewing}
          onRenewed={(link) => {
            setInvite({ fullName: renewing.fullName, link });
            setRenewing(null);
          }}
          onClose={() => setRenewing(null)}
        />
      ) : null}
    </section>
  );
}
