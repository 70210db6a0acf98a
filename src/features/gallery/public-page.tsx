import { DoorOpen, LogIn, Palette } from 'lucide-react';
import type { ReactNode } from 'react';
import { useLanguage } from '@i18n/use-language.tsx';
import { HOME } from '@platform/places.ts';
import { useSession } from '@platform/queries.ts';
import { ButtonLink } from '@ui/button-link.tsx';
import { OpenPage } from '@ui/open-page.tsx';

/** The public frame: who is signed in finds the way back to their room, others the way in. */
export function PublicPage({ children }: { children: ReactNode }) {
  const { t } = useLanguage();
  const session = useSession();
  const role = session.data?.role ?? 'public';
  const tools =
    role === 'public' ? (
      <nav className="gallery-ways-in" aria-label={t('gallery.waysIn')}>
        <ButtonLink
          to="/vao"
          variant="subtle"
          leftSection={<Palette size={18} aria-hidden="true" />}
        >
          {t('gallery.pupilSignIn')}
        </ButtonLink>
        <ButtonLink
          to="/dang-nhap"
          variant="subtle"
          leftSection={<LogIn size={18} aria-hidden="true" />}
        >
          {t('gallery.adultSignIn')}
        </ButtonLink>
      </nav>
    ) : (
      <ButtonLink
        to={HOME[role]}
        variant="subtle"
        leftSection={<DoorOpen size={18} aria-hidden="true" />}
      >
        {t(role === 'pupil' ? 'gallery.toHarbour' : 'gallery.toDesk')}
      </ButtonLink>
    );
  return (
    <OpenPage tone="sand" tools={tools}>
      <div className="gallery">{children}</div>
    </OpenPage>
  );
}
