import { Link } from 'react-router';
import type { PupilRow } from '@contract/classroom.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { type Filter, FILTER_NAMES, filtered, FILTERS } from './pupil-filter.ts';

/** Filters as links, each with its count: the address keeps the choice over a reload. */
export function FilterBar({ pupils, current }: { pupils: readonly PupilRow[]; current: Filter }) {
  const { t, f } = useLanguage();
  return (
    <nav aria-label={t('classroom.filter.title')}>
      <ul className="filter-bar">
        {FILTER_NAMES.map((name) => (
          <li key={name}>
            <Link
              to={{ search: FILTERS[name] === '' ? '' : `?loc=${FILTERS[name]}` }}
              replace
              aria-current={name === current ? 'true' : undefined}
            >
              {t(`classroom.filter.${name}`)}
              <span className="filter-count">{f.integer(filtered(pupils, name).length)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
