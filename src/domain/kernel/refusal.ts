/**
 * Every refusal a user can meet, with the HTTP status it travels under. The list is closed: a
 * refusal is an expected answer, everything else is a bug. Each code has a message `errors.<code>`
 * in the catalogues that says what happened, what is safe and what to do next.
 */
export const REFUSALS = {
  'input.malformed': 400,
  'input.too-large': 413,
  'input.not-json': 415,
  'origin.foreign': 403,
  'session.missing': 401,
  'permission.denied': 403,
  'not-found': 404,
  'rate.address': 429,
  'host.busy': 503,
  'sign-in.class-code-unknown': 401,
  'sign-in.card-wrong': 401,
  'sign-in.card-link-wrong': 401,
  'sign-in.password-wrong': 401,
  'sign-in.wait': 429,
  'sign-in.token-wrong': 401,
  'sign-in.account-unknown': 403,
  'sign-in.method-off': 404,
  'setup.link-used': 410,
  'account.email-taken': 409,
  'account.own': 409,
  'account.password-weak': 400,
  'account.invite-used': 410,
  'edition.exists': 409,
  'edition.missing': 409,
  'edition.rules-conflict': 409,
  'edition.rules-closed': 409,
  'edition.rules-unknown': 400,
  'edition.telling-not-required': 409,
  'unit.name-taken': 409,
  'unit.in-use': 409,
  'class.name-taken': 409,
  'class.full': 409,
  'pupil.has-work': 409,
  'story.malformed': 400,
  'story.too-large': 413,
  'story.incomplete': 422,
  'story.picture-differs': 422,
  'blob.hash-differs': 400,
  'blob.missing': 409,
  'blob.store-full': 507,
  'draft.conflict': 409,
  'entry.round-not-open': 409,
  'entry.round-closed': 409,
  'entry.already-submitted': 409,
  'entry.not-submitted': 409,
  'judging.closed': 409,
  'judging.sheet-incomplete': 422,
  'judging.points-out-of-range': 422,
  'judging.sheet-submitted': 409,
  'judging.sheet-conflict': 409,
  'judging.too-few-judges': 409,
  'judging.nothing-to-assign': 409,
  'judging.plan-stale': 409,
  'judging.tie-known': 409,
  'judging.calibration-first': 409,
  'judging.references-closed': 409,
  'round.submission-open': 409,
  'round.judging-open': 409,
  'round.already-closed': 409,
  'round.already-published': 409,
  'round.nothing-judged': 409,
  'telling.malformed': 400,
  'telling.too-long': 422,
  'telling.missing': 422,
  'telling.off': 409,
  'telling.conflict': 409,
  'photo.malformed': 400,
  'photo.too-large': 413,
  'quiz.bank-too-small': 422,
  'quiz.off': 409,
  'quiz.not-open': 409,
  'quiz.over': 409,
  'quiz.not-over': 409,
  'quiz.out-of-order': 409,
  'game.rules-changed': 409,
  'game.too-fast': 422,
  'final.nothing-uncertain': 409,
  'final.too-few-judges': 409,
  'final.already-begun': 409,
  'final.closed': 409,
  'decision.frozen': 409,
  'decision.not-frozen': 409,
  'decision.changed': 409,
  'decision.signatures-missing': 409,
  'decision.already-signed': 409,
  'decision.nothing-ranked': 409,
  'story.file-foreign': 400,
  'story.file-damaged': 400,
  'print.not-consented': 409,
  internal: 500,
} as const;

export type RefusalCode = keyof typeof REFUSALS;

/** Facts for the message, e.g. `{ closedAt }`: plain values that are safe to show. */
export type RefusalDetails = Readonly<Record<string, string | number | boolean | null>>;

/** A class only because `throw` and `instanceof` need one. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly details: RefusalDetails;

  constructor(code: RefusalCode, details: RefusalDetails = {}) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.details = details;
  }
}

export function refuse(code: RefusalCode, details: RefusalDetails = {}): Refusal {
  return new Refusal(code, details);
}

export function isRefusalCode(code: unknown): code is RefusalCode {
  return typeof code === 'string' && Object.hasOwn(REFUSALS, code);
}
