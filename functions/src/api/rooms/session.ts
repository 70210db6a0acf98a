import {
  acceptInvite as acceptInviteRoute,
  readInvite as readInviteRoute,
  readSession,
  signInWithCard as signInWithCardRoute,
  signInWithIdToken as signInWithIdTokenRoute,
  signInWithPassword as signInWithPasswordRoute,
  signInWithPin as signInWithPinRoute,
  signOut,
} from '@contract/session.ts';
import type { SessionView } from '@domain/people/actor.ts';
import { acceptInvite, readInvite } from '@server/usecases/session/accept-invite.ts';
import { type BegunSession, endSession } from '@server/usecases/session/keep-session.ts';
import { signInWithIdToken, signInWithPassword } from '@server/usecases/session/sign-in-adult.ts';
import { signInWithCard, signInWithPin } from '@server/usecases/session/sign-in-pupil.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import type { Visit } from '../visit.ts';

/** Hands the session to the browser and its view to the page. */
function welcome(visit: Visit, { token, maxAgeSeconds, view }: BegunSession): SessionView {
  visit.beginSession({ token, maxAgeSeconds });
  return view;
}

export const sessionEndpoints: readonly Endpoint[] = [
  endpoint(readSession, async ({ visit }) => visit.view),
  endpoint(signInWithPinRoute, async ({ deps, visit, body }) =>
    welcome(visit, await signInWithPin(deps, visit, body)),
  ),
  endpoint(signInWithCardRoute, async ({ deps, visit, body }) =>
    welcome(visit, await signInWithCard(deps, visit, body.secret)),
  ),
  endpoint(signInWithPasswordRoute, async ({ deps, visit, body }) =>
    welcome(visit, await signInWithPassword(deps, visit, body)),
  ),
  endpoint(signInWithIdTokenRoute, async ({ deps, visit, body }) =>
    welcome(visit, await signInWithIdToken(deps, visit, body.idToken)),
  ),
  endpoint(signOut, async ({ deps, visit }) => {
    if (visit.sessionToken !== null) await endSession(deps, visit.sessionToken);
    visit.endSession();
  }),
  endpoint(readInviteRoute, async ({ deps, visit, body }) => readInvite(deps, visit, body.token)),
  endpoint(acceptInviteRoute, async ({ deps, visit, body }) =>
    welcome(visit, await acceptInvite(deps, visit, body)),
  ),
];
