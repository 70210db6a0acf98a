import type { ComponentType } from 'react';
import { Navigate, useLocation } from 'react-router';
import type { Role } from '@domain/people/actor.ts';
import { useSession } from '@platform/queries.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { ErrorNote } from '@ui/error-note.tsx';
import { Loading } from '@ui/loading.tsx';
import { MessagePage } from '@ui/message-page.tsx';
import { HOME } from '@platform/places.ts';

/**
 * Shows a page to the roles it is for. Others are led to the sign-in that fits, or to their own
 * first page. The server decides; this only spares people a page full of refusals.
 */
export function withRole(Page: ComponentType, roles: readonly Role[]): ComponentType {
  return function ForRole() {
    const { t } = useLanguage();
    const session = useSession();
    const location = useLocation();
    if (session.isPending) return <Loading />;
    if (session.isError) {
      return (
        <MessagePage title={t('common.product')}>
          <ErrorNote error={session.error} onRetry={() => void session.refetch()} />
        </MessagePage>
      );
    }
    const { role } = session.data;
    if (roles.includes(role)) return <Page />;
    if (role !== 'public') return <Navigate to={HOME[role]} replace />;
    const signIn = roles.includes('pupil') ? '/vao' : '/dang-nhap';
    return <Navigate to={signIn} replace state={{ from: location.pathname }} />;
  };
}
