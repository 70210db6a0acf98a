import { AsyncLocalStorage } from 'node:async_hooks';
import type { Driver } from 'kysely';

type Scope = { owner: Driver; phase: 'opening' | 'open' | 'over'; outer: Scope | undefined };

const scopes = new AsyncLocalStorage<Scope>();

function openScope(owner: Driver): Scope | undefined {
  for (let scope = scopes.getStore(); scope; scope = scope.outer) {
    if (scope.owner === owner && scope.phase !== 'over') return scope;
  }
  return undefined;
}

/**
 * Inside a transaction only `trx` may be asked. `db` there would wait for ever on SQLite, whose one
 * connection the transaction holds, and would read outside the transaction on Postgres: on both it
 * is refused at once. Transactions begin through `inTransaction` alone, or the guard is blind.
 */
export function guardTransactions(driver: Driver): Driver {
  const guarded: Driver = {
    init: () => driver.init(),
    acquireConnection: async () => {
      const scope = openScope(guarded);
      if (scope?.phase === 'open') {
        throw new Error('`db` was used inside a transaction: pass `trx` on instead');
      }
      if (scope) scope.phase = 'open';
      return driver.acquireConnection();
    },
    beginTransaction: async (connection, settings) => {
      if (!openScope(guarded)) throw new Error('begin transactions with inTransaction()');
      await driver.beginTransaction(connection, settings);
    },
    commitTransaction: (connection) => driver.commitTransaction(connection),
    rollbackTransaction: (connection) => driver.rollbackTransaction(connection),
    releaseConnection: (connection) => driver.releaseConnection(connection),
    destroy: () => driver.destroy(),
  };
  return guarded;
}

/** Runs `work`, whose first act is to begin a transaction of `owner`, under the guard above. */
export async function inTransactionScope<Result>(
  owner: Driver,
  work: () => Promise<Result>,
): Promise<Result> {
  if (openScope(owner)) {
    throw new Error('a transaction was begun inside a transaction: pass `trx` on instead');
  }
  const scope: Scope = { owner, phase: 'opening', outer: scopes.getStore() };
  try {
    return await scopes.run(scope, work);
  } finally {
    scope.phase = 'over';
  }
}
