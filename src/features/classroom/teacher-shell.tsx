import { BookUser, School } from 'lucide-react';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useLanguage } from '@i18n/use-language.tsx';
import { HOME } from '@platform/places.ts';
import { useSession, useSignOut } from '@platform/queries.ts';
import { AdultShell } from '@ui/adult-shell.tsx';
import { useClasses } from './class-queries.ts';
import './classroom.css';

/** The frame of the teacher's room: the classes are its places. */
export function TeacherShell({
  title,
  lead,
  action,
  children,
}: {
  title: string;
  lead?: string;
  action?: ReactNode;
  children: ReactNode;
}) {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const session = useSession();
  const signOut = useSignOut();
  const classes = useClasses();
  const places = [
    {
      to: HOME.teacher,
      label: t('classroom.list.title'),
      icon: <School size={20} aria-hidden="true" />,
    },
    ...(classes.data?.classes ?? []).map(({ id, name }) => ({
      to: `${HOME.teacher}/${id}`,
      label: t('classroom.className', { name }),
      icon: <BookUser size={20} aria-hidden="true" />,
    })),
  ];
  return (
    <AdultShell
      places={places}
      title={title}
      {...(lead === undefined ? {} : { lead })}
      action={action}
      who={session.data?.displayName ?? ''}
      onSignOut={() => signOut.mutate(undefined, { onSuccess: () => void navigate('/dang-nhap') })}
    >
      {children}
    </AdultShell>
  );
}
