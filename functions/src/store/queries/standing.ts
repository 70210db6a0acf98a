import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { Database } from '../schema.ts';

/**
 * The condition that an entry is judged, ranked and counted: it stands, and judges do not score it to
 * calibrate. Such an entry may still be shown in the gallery.
 */
export function competes(eb: ExpressionBuilder<Database, 'entry'>): Expression<SqlBool> {
  const reference = eb
    .selectFrom('reference_entry')
    .select('reference_entry.id')
    .whereRef('reference_entry.entry_id', '=', 'entry.id');
  return eb.and([stands(eb), eb.not(eb.exists(reference))]);
}

/**
 * The condition that an entry stands: no author, and no author's guardian, has last said no to
 * taking part or to being judged. An entry that does not stand is not assigned, not before a judge,
 * not ranked and not in the gallery, from the moment the no is recorded; where nobody has spoken it
 * stands. Of two lines in one millisecond the refusal holds, as in `standingLines`.
 */
export function stands(eb: ExpressionBuilder<Database, 'entry'>): Expression<SqlBool> {
  const refusal = eb
    .selectFrom('entry_author')
    .innerJoin('consent', 'consent.pupil_id', 'entry_author.pupil_id')
    .select('consent.id')
    .whereRef('entry_author.entry_id', '=', 'entry.id')
    .where('consent.purpose', 'in', ['take-part', 'judge'])
    .where('consent.granted', '=', 0)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('consent as later')
            .select('later.id')
            .whereRef('later.pupil_id', '=', 'consent.pupil_id')
            .whereRef('later.purpose', '=', 'consent.purpose')
            .whereRef('later.party', '=', 'consent.party')
            .whereRef('later.recorded_at', '>', 'consent.recorded_at'),
        ),
      ),
    );
  return eb.not(eb.exists(refusal));
}
