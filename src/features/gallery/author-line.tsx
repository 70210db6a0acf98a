import type * as z from 'zod/mini';
import type { PublicAuthor } from '@contract/gallery.ts';
import { useLanguage } from '@i18n/use-language.tsx';

type Author = z.infer<typeof PublicAuthor>;

/** Who drew it, as far as the consents show it: name, age band, school or commune. */
export function AuthorLines({ authors }: { authors: readonly Author[] }) {
  const { t } = useLanguage();
  return (
    <span className="gallery-authors">
      {authors.map((author, index) => (
        <span key={`${index} ${author.name}`}>
          <strong>{author.name}</strong>
          {t('gallery.author', {
            age: t(`gallery.age.${author.ageBand}`),
            from:
              author.schoolName === null
                ? author.communeName
                : t('gallery.schoolIn', {
                    school: author.schoolName,
                    commune: author.communeName,
                  }),
          })}
        </span>
      ))}
    </span>
  );
}
