import { AdultRole } from '@domain/people/actor.ts';
import { byGivenName } from '@domain/people/names.ts';
import type { Account } from './missing-steps.ts';
import { plainLetters } from './school-filter.ts';

export type AccountFilter = {
  readonly search: string;
  readonly role: AdultRole | '';
};

const ROLES = AdultRole.options;

export function readAccountFilter(address: URLSearchParams): AccountFilter {
  return {
    search: address.get('ai') ?? '',
    role: ROLES.find((role) => role === address.get('vai')) ?? '',
  };
}

/** The address with the filter in it; what else it says stays. */
export function withAccountFilter(
  address: URLSearchParams,
  { search, role }: AccountFilter,
): URLSearchParams {
  const next = new URLSearchParams(address);
  for (const [key, value] of [
    ['ai', search],
    ['vai', role],
  ] as const) {
    if (value === '') next.delete(key);
    else next.set(key, value);
  }
  return next;
}

/** Adults who fit by name, e-mail or school, in the order of class lists. */
export function showAccounts(accounts: readonly Account[], filter: AccountFilter): Account[] {
  const wanted = plainLetters(filter.search.trim());
  return accounts
    .filter(
      ({ role, fullName, email, schoolName }) =>
        (filter.role === '' || role === filter.role) &&
        plainLetters(`${fullName} ${email} ${schoolName ?? ''}`).includes(wanted),
    )
    .toSorted(byGivenName);
}
