import {
  Brain,
  ChartNoAxesColumn,
  Flag,
  Images,
  ListOrdered,
  Ruler,
  Scale,
  ScrollText,
  Settings,
  Stamp,
  UsersRound,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useLanguage } from '@i18n/use-language.tsx';
import { useSession, useSignOut } from '@platform/queries.ts';
import { AdultShell } from '@ui/adult-shell.tsx';

/** The frame of the organiser's pages. */
export function OrganiserShell({
  title,
  lead,
  action,
  children,
}: {
  title: string;
  lead?: string | undefined;
  action?: ReactNode;
  children: ReactNode;
}) {
  const { t } = useLanguage();
  const session = useSession();
  const signOut = useSignOut();
  const place = (to: string, label: string, icon: ReactNode) => ({ to, label, icon });
  return (
    <AdultShell
      places={[
        place(
          '/ban-to-chuc',
          t('organiser.place.overview'),
          <ChartNoAxesColumn aria-hidden="true" />,
        ),
        place(
          '/ban-to-chuc/xep-hang',
          t('organiser.place.ranking'),
          <ListOrdered aria-hidden="true" />,
        ),
        place(
          '/ban-to-chuc/quyet-dinh',
          t('organiser.place.decision'),
          <Stamp aria-hidden="true" />,
        ),
        place(
          '/ban-to-chuc/chat-luong-cham',
          t('organiser.place.quality'),
          <Scale aria-hidden="true" />,
        ),
        place(
          '/ban-to-chuc/phan-cong',
          t('organiser.place.assignment'),
          <UsersRound aria-hidden="true" />,
        ),
        place(
          '/ban-to-chuc/bai-mau',
          t('organiser.place.references'),
          <Ruler aria-hidden="true" />,
        ),
        place(
          '/ban-to-chuc/giam-khao-bao',
          t('organiser.place.raisedFlags'),
          <Flag aria-hidden="true" />,
        ),
        place('/ban-to-chuc/do-vui', t('organiser.place.quiz'), <Brain aria-hidden="true" />),
        place('/ban-to-chuc/the-le', t('organiser.place.rules'), <ScrollText aria-hidden="true" />),
        place(
          '/ban-to-chuc/thiet-lap',
          t('organiser.place.setUp'),
          <Settings aria-hidden="true" />,
        ),
        place('/phong-tranh', t('organiser.place.gallery'), <Images aria-hidden="true" />),
      ]}
      title={title}
      {...(lead === undefined ? {} : { lead })}
      action={action}
      who={session.data?.displayName ?? ''}
      onSignOut={() => signOut.mutate()}
    >
      {children}
    </AdultShell>
  );
}
