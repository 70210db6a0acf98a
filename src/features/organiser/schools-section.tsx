import { NativeSelect, TextInput } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { useLanguage } from '@i18n/use-language.tsx';
import { type Column, DataTable } from '@ui/data-table.tsx';
import {
  communesOf,
  readSchoolFilter,
  type School,
  SCHOOL_SORTS,
  type SchoolFilter,
  showSchools,
  writeSchoolFilter,
} from './school-filter.ts';

function useColumns(): Column<School>[] {
  const { t, f } = useLanguage();
  const number = (key: 'classCount' | 'pupilCount' | 'draftCount' | 'submittedCount') => ({
    key,
    label: t(`organiser.schools.${key}`),
    numeric: true,
    show: (school: School) => f.integer(school[key]),
  });
  return [
    {
      key: 'school',
      label: t('organiser.schools.school'),
      heading: true,
      show: (school) => school.schoolName,
    },
    {
      key: 'commune',
      label: t('organiser.schools.commune'),
      show: (school) => school.communeName,
    },
    number('classCount'),
    number('pupilCount'),
    number('draftCount'),
    number('submittedCount'),
  ];
}

/** Progress per school; search, commune and order live in the address and survive a reload. */
export function SchoolsSection({ schools }: { schools: readonly School[] }) {
  const { t } = useLanguage();
  const [search, setSearch] = useSearchParams();
  const filter = readSchoolFilter(search);
  const shown = showSchools(schools, filter);
  const columns = useColumns();
  const change = (part: Partial<SchoolFilter>) =>
    setSearch(writeSchoolFilter({ ...filter, ...part }), { replace: true });
  return (
    <section aria-labelledby="schools-title">
      <h2 id="schools-title">{t('organiser.schools.title')}</h2>
      <div className="table-tools" role="search">
        <TextInput
          type="search"
          label={t('organiser.schools.search')}
          value={filter.search}
          onChange={(event) => change({ search: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('organiser.schools.commune')}
          value={filter.commune}
          data={[
            { value: '', label: t('organiser.schools.allCommunes') },
            ...communesOf(schools).map((commune) => ({ value: commune, label: commune })),
          ]}
          onChange={(event) => change({ commune: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('organiser.schools.sort')}
          value={filter.sort}
          data={SCHOOL_SORTS.map((sort) => ({
            value: sort,
            label: t(`organiser.schools.sort.${sort}`),
          }))}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            change({ sort: SCHOOL_SORTS.find((sort) => sort === chosen) ?? 'name' });
          }}
        />
      </div>
      <p role="status" className="table-count">
        {t('organiser.schools.shown', { shown: shown.length, count: schools.length })}
      </p>
      {shown.length > 0 ? (
        <div className="schools-table">
          <DataTable
            caption={t('organiser.schools.title')}
            columns={columns}
            rows={shown}
            rowKey={(school) => school.schoolId}
          />
        </div>
      ) : null}
    </section>
  );
}
