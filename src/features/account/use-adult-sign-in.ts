import { useMutation } from '@tanstack/react-query';
import type { HostView } from '@contract/host.ts';
import { signInWithIdToken, signInWithPassword } from '@contract/session.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import { adultIdToken } from '@platform/adult-id-token.ts';
import { call } from '@platform/api-client.ts';
import { useEnter } from '@platform/queries.ts';
import type { AdultFill } from './filled-in.ts';

async function signInAt(host: HostView, { email, password }: AdultFill) {
  if (host.firebase === null) return call(signInWithPassword, { body: { email, password } });
  const idToken = await adultIdToken(host.firebase, email.trim(), password);
  if (idToken === null) throw refuse('sign-in.password-wrong');
  return call(signInWithIdToken, { body: { idToken } });
}

/** Signs an adult in the way the host asks for: by password, or by Firebase's word. */
export function useAdultSignIn(host: HostView | undefined) {
  const enter = useEnter();
  return useMutation({
    mutationFn: async (form: AdultFill) => {
      if (host === undefined) throw new Error('the form is shown only when the host is known');
      return signInAt(host, form);
    },
    onSuccess: (session) => enter(session),
  });
}
