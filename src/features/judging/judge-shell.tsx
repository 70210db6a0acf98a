import { ChartColumn, ClipboardList, Ruler } from 'lucide-react';
import type { ReactNode } from 'react';
import { useLanguage } from '@i18n/use-language.tsx';
import { useSession, useSignOut } from '@platform/queries.ts';
import { AdultShell } from '@ui/adult-shell.tsx';
import { NightSwitch } from '@ui/night-switch.tsx';

/** The frame of the judge's pages beside the desk itself. */
export function JudgeShell({
  title,
  lead,
  action,
  children,
}: {
  title: string;
  lead: string;
  action?: ReactNode;
  children: ReactNode;
}) {
  const { t } = useLanguage();
  const session = useSession();
  const signOut = useSignOut();
  return (
    <AdultShell
      places={[
        { to: '/cham', label: t('judging.place'), icon: <ClipboardList aria-hidden="true" /> },
        {
          to: '/cham/cham-thu',
          label: t('desk.calibration'),
          icon: <Ruler aria-hidden="true" />,
        },
        {
          to: '/cham/diem-da-cho',
          label: t('desk.mine'),
          icon: <ChartColumn aria-hidden="true" />,
        },
      ]}
      title={title}
      lead={lead}
      action={action}
      who={session.data?.displayName ?? ''}
      tools={<NightSwitch />}
      onSignOut={() => signOut.mutate()}
    >
      {children}
    </AdultShell>
  );
}
