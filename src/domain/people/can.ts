import type { Id } from '../kernel/ids.ts';
import type { Actor, Role } from './actor.ts';

/**
 * Facts about the thing acted upon, as far as a permission may depend on them. A route without a
 * particular subject passes `{}`; a rule that needs a fact refuses when it is absent.
 */
export type Subject = {
  readonly authorIds?: readonly Id[];
  readonly classTeacherIds?: readonly Id[];
  readonly schoolId?: Id;
  readonly judgeId?: Id;
};

type Rule<R extends Role> = (actor: Extract<Actor, { role: R }>, subject: Subject) => boolean;
type RulesOfAction = { readonly [R in Role]?: Rule<R> };

const yes = () => true;
const author: Rule<'pupil'> = (actor, s) => s.authorIds?.includes(actor.pupilId) ?? false;
const ownClass: Rule<'teacher'> = (actor, s) =>
  s.schoolId === actor.schoolId && (s.classTeacherIds?.includes(actor.accountId) ?? false);
const ownSheet: Rule<'judge'> = (actor, s) => s.judgeId === actor.accountId;
const everyone: RulesOfAction = {
  public: yes,
  pupil: yes,
  teacher: yes,
  judge: yes,
  organiser: yes,
};

/** Who may do what. Absent means no. The UI asks this table to show, the server to allow. */
const TABLE = {
  'host.read': everyone,
  'session.read': everyone,
  'session.sign-in': everyone,
  'session.sign-out': everyone,
  'account.accept-invite': everyone,
  'gallery.read': everyone,
  'harbour.read': { pupil: yes },
  'blob.write': { pupil: yes },
  'draft.read': { pupil: author },
  'draft.write': { pupil: author },
  'entry.submit': { pupil: author },
  'entry.print': { teacher: ownClass, organiser: yes },
  'class.list': { teacher: yes },
  'class.create': { teacher: yes },
  'class.read': { teacher: ownClass },
  'pupil.add': { teacher: ownClass },
  'pupil.edit': { teacher: ownClass },
  'card.print': { teacher: ownClass },
  'card.unlock': { teacher: ownClass },
  'card.replace': { teacher: ownClass },
  'consent.record': { teacher: ownClass },
  'sheet.list': { judge: yes },
  'sheet.read': { judge: ownSheet },
  'sheet.write': { judge: ownSheet },
  'sheet.recuse': { judge: ownSheet },
  'calibration.read': { judge: yes },
  'calibration.write': { judge: yes },
  'comment.read': { pupil: author, teacher: ownClass },
  'reference.read': { organiser: yes },
  'reference.write': { organiser: yes },
  'flag.read': { organiser: yes },
  'flag.resolve': { organiser: yes },
  'pair.list': { judge: yes },
  'pair.read': { judge: ownSheet },
  'pair.write': { judge: ownSheet },
  'practice.read': everyone,
  'quiz.read': { pupil: yes },
  'quiz.answer': { pupil: author },
  'game.play': { pupil: yes },
  'game.finish': { pupil: author },
  'edition.read': { organiser: yes },
  'edition.set-up': { organiser: yes },
  'edition.edit': { organiser: yes },
  'account.manage': { organiser: yes },
  'round.oversee': { organiser: yes },
  'round.assign': { organiser: yes },
  'round.close': { organiser: yes },
  'round.publish': { organiser: yes },
  'final.begin': { organiser: yes },
  'decision.read': { organiser: yes },
  'decision.change': { organiser: yes },
  'decision.sign': { organiser: yes },
  'decision.freeze': { organiser: yes },
  'decision.reopen': { organiser: yes },
} as const satisfies Record<string, RulesOfAction>;

export type Action = keyof typeof TABLE;

/** True when the table has a rule for the actor's role and the rule holds for the subject. */
export function can(actor: Actor, action: Action, subject: Subject = {}): boolean {
  const rules: RulesOfAction = TABLE[action];
  const rule = rules[actor.role] as ((a: Actor, s: Subject) => boolean) | undefined;
  return rule?.(actor, subject) ?? false;
}

/** Roles with any rule for the action: what a route can refuse before it looks the subject up. */
export function rolesFor(action: Action): readonly Role[] {
  return Object.keys(TABLE[action]) as Role[];
}

/** True when any rule of the action looks at the subject: its use case then has to ask. */
export function dependsOnSubject(action: Action): boolean {
  return Object.values(TABLE[action]).some((rule) => rule !== yes);
}
