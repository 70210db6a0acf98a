import { refuse } from '@domain/kernel/refusal.ts';
import type { Actor, Role } from '@domain/people/actor.ts';
import type { Subject } from '@domain/people/can.ts';

/**
 * Who asks, and the question whether they may. `allow` asks `can(actor, action, subject)` for the
 * action of the route that was called, and refuses when the answer is no. The API refuses to
 * answer a route whose use case never asked.
 */
export type Caller = {
  readonly actor: Actor;
  readonly allow: (subject: Subject) => void;
};

/** The actor narrowed to a role; anybody else is refused. */
export function actingAs<R extends Role>(caller: Caller, role: R): Extract<Actor, { role: R }> {
  if (caller.actor.role !== role) throw refuse('permission.denied');
  return caller.actor as Extract<Actor, { role: R }>;
}
