import type { EpochMs, Id } from '@domain/kernel/ids.ts';
import type { Db, Trx } from '../database.ts';

export type AuditLine = {
  readonly id: Id;
  readonly at: EpochMs;
  readonly actorId: Id;
  /** The action of the permission table. */
  readonly action: string;
  /** Id of what was acted upon. */
  readonly subject: string;
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
};

export async function appendAudit(trx: Trx, line: AuditLine): Promise<void> {
  await trx
    .insertInto('audit')
    .values({
      id: line.id,
      at: line.at,
      actor_id: line.actorId,
      action: line.action,
      subject: line.subject,
      detail: JSON.stringify(line.detail),
    })
    .execute();
}

/** Oldest first. */
export async function listAudit(db: Db): Promise<AuditLine[]> {
  const rows = await db.selectFrom('audit').selectAll().orderBy('at').orderBy('id').execute();
  return rows.map(({ actor_id, detail, ...row }) => ({
    ...row,
    actorId: actor_id,
    detail: JSON.parse(detail) as AuditLine['detail'],
  }));
}
