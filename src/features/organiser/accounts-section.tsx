import { Button } from '@mantine/core';
import { CircleCheck, CircleSlash, RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { byGivenName } from '@domain/people/names.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { type Column, DataTable } from '@ui/data-table.tsx';
import { ActiveDialog, RenewDialog } from './account-dialogs.tsx';
import { AccountForm } from './account-form.tsx';
import { InviteLink } from './invite-link.tsx';
import type { Account, Unit } from './missing-steps.ts';

type Invite = { readonly fullName: string; readonly link: string };

function StateCell({ account }: { account: Account }) {
  const { t } = useLanguage();
  const Icon = account.active ? CircleCheck : CircleSlash;
  return (
    <span className="state-mark" data-good={account.active || undefined}>
      <Icon size={18} aria-hidden="true" />
      {t(account.active ? 'organiser.accounts.active' : 'organiser.accounts.inactive')}
    </span>
  );
}

function useColumns(
  onRenew: (account: Account) => void,
  onSwitch: (account: Account) => void,
): Column<Account>[] {
  const { t } = useLanguage();
  const renewButton = (account: Account) => (
    <Button
      variant="default"
      aria-label={t('organiser.invite.renewFor', { name: account.fullName })}
      leftSection={<RefreshCw size={18} aria-hidden="true" />}
      onClick={() => onRenew(account)}
    >
      {t('organiser.invite.again')}
    </Button>
  );
  const switchButton = (account: Account) => {
    const deed = account.active ? 'close' : 'reopen';
    const Icon = account.active ? CircleSlash : CircleCheck;
    return (
      <Button
        variant="default"
        aria-label={t(`organiser.accounts.${deed}.for`, { name: account.fullName })}
        leftSection={<Icon size={18} aria-hidden="true" />}
        onClick={() => onSwitch(account)}
      >
        {t(`organiser.accounts.${deed}.short`)}
      </Button>
    );
  };
  return [
    {
      key: 'name',
      label: t('organiser.accounts.fullName'),
      heading: true,
      show: (account) => (
        <span className="account-lines">
          {account.fullName}
          <span className="account-line">{account.email}</span>
        </span>
      ),
    },
    {
      key: 'role',
      label: t('organiser.accounts.role'),
      show: (account) => (
        <span className="account-lines">
          {t(`organiser.role.${account.role}`)}
          {account.schoolName === null ? null : (
            <span className="account-line">{account.schoolName}</span>
          )}
        </span>
      ),
    },
    {
      key: 'state',
      label: t('organiser.accounts.state'),
      show: (account) => <StateCell account={account} />,
    },
    {
      key: 'actions',
      label: t('organiser.accounts.actions'),
      show: (account) => (
        <span className="account-actions">
          {account.active ? renewButton(account) : null}
          {switchButton(account)}
        </span>
      ),
    },
  ];
}

/** Adults who may sign in: add one, hand over the link, renew a lost one, close an account. */
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
  const [switching, setSwitching] = useState<Account | null>(null);
  const columns = useColumns(setRenewing, setSwitching);
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
      {switching ? <ActiveDialog account={switching} onClose={() => setSwitching(null)} /> : null}
    </section>
  );
}
