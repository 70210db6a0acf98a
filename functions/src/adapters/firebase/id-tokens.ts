import type { Auth } from 'firebase-admin/auth';
import type { IdTokens } from '@server/ports/secrets.ts';

const NOT_A_PROOF = new Set([
  'auth/argument-error',
  'auth/id-token-expired',
  'auth/id-token-revoked',
  'auth/invalid-id-token',
  'auth/user-disabled',
  'auth/user-not-found',
]);

/**
 * ID tokens of Firebase Authentication. An e-mail that its owner never confirmed proves nothing:
 * anybody may sign up with an organiser's address.
 */
export function firebaseIdTokens(auth: Auth): IdTokens {
  return {
    verify: async (idToken) => {
      try {
        const { email, email_verified: confirmed } = await auth.verifyIdToken(idToken, true);
        return email !== undefined && confirmed === true ? { email } : null;
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : '';
        if (NOT_A_PROOF.has(code)) return null;
        throw error;
      }
    },
  };
}
