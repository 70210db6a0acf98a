import { Button } from '@mantine/core';
import { CircleCheck, CircleSlash, MailQuestionMark, RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { EpochMs } from '@domain/kernel/ids.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { useHost } from '@platform/queries.ts';
import { type Column, DataTable } from '@ui/data-table.tsx';
import { ActiveDialog, RenewDialog } from './account-dialogs.tsx';
import { readAccountFilter, showAccounts, withAccountFilter } from './account-filter.ts';
import { AccountFilterBar } from './account-filter-bar.tsx';
import { AccountForm } from './account-form.tsx';
import { InviteLink } from './invite-link.tsx';
import type { Account, Unit } from './missing-steps.ts';

/** What is seen at one glance needs no filter. */
const FEW = 8;

type Invite = { readonly fullName: string; readonly link: string };

function StateCell({ account, now }: { account: Account; now: EpochMs }) {
  const { t, f } = useLanguage();
  const host = useHost();
  const { active, invitedUntil } = account;
  // Where an identity provider vouches for adults, nobody has to use the link.
  if (active && invitedUntil !== null && host.data?.adultSignIn === 'password') {
    return (
      <span className="account-lines">
        <span className="state-mark">
          <MailQuestionMark size={18} aria-hidden="true" />
          {t('organiser.accounts.invited')}
        </span>
        <span className="account-line">
          {invitedUntil > now
            ? t('organiser.accounts.inviteUntil', { day: f.date(invitedUntil) })
            : t('organiser.accounts.inviteOver')}
        </span>
      </span>
    );
  }
  const Icon = active ? CircleCheck : CircleSlash;
  return (
    <span className="state-mark" data-good={active || undefined}>
      <Icon size={18} aria-hidden="true" />
      {t(active ? 'organiser.accounts.active' : 'organiser.accounts.inactive')}
    </span>
  );
}

function useColumns(
  now: EpochMs,
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
      show: (account) => <StateCell account={account} now={now} />,
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
  readAt,
}: {
  units: readonly Unit[];
  accounts: readonly Account[];
  /** When the accounts were read: links that had ended by then are shown as such. */
  readAt: EpochMs;
}) {
  const { t } = useLanguage();
  const [invite, setInvite] = useState<Invite | null>(null);
  const [renewing, setRenewing] = useState<Account | null>(null);
  const [switching, setSwitching] = useState<Account | null>(null);
  const [address, setAddress] = useSearchParams();
  const columns = useColumns(readAt, setRenewing, setSwitching);
  const filter = readAccountFilter(address);
  const shown = showAccounts(accounts, filter);
  return (
    <section aria-labelledby="accounts-title">
      <h2 id="accounts-title">{t('organiser.setUp.accounts')}</h2>
      <AccountForm
        schools={units.filter(({ kind }) => kind === 'school')}
        onAdded={(fullName, link) => setInvite({ fullName, link })}
      />
      {invite ? <InviteLink key={invite.link} {...invite} /> : null}
      <h3>{t('organiser.accounts.list', { count: accounts.length })}</h3>
      {accounts.length > FEW ? (
        <AccountFilterBar
          filter={filter}
          count={accounts.length}
          shown={shown.length}
          onChange={(next) => setAddress(withAccountFilter(address, next), { replace: true })}
        />
      ) : null}
      {shown.length > 0 ? (
        <DataTable
          caption={t('organiser.setUp.accounts')}
          columns={columns}
          rows={shown}
          rowKey={(account) => account.id}
        />
      ) : null}
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
