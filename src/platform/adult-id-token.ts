import type { HostView } from '@contract/host.ts';

export type FirebaseSettings = NonNullable<HostView['firebase']>;

/**
 * Signs an adult in at Firebase and returns the ID token that our server exchanges for a session,
 * or null when e-mail and password do not fit. Firebase's own session is not kept.
 */
export const adultIdToken = async (
  settings: FirebaseSettings,
  email: string,
  password: string,
): Promise<string | null> => {
  const [{ initializeApp, getApps }, auth] = await Promise.all([
    import('firebase/app'),
    import('firebase/auth'),
  ]);
  const app = getApps()[0] ?? initializeApp(settings);
  const client = auth.initializeAuth(app, { persistence: auth.inMemoryPersistence });
  if (settings.emulatorUrl !== null) {
    auth.connectAuthEmulator(client, settings.emulatorUrl, { disableWarnings: true });
  }
  try {
    const credential = await auth.signInWithEmailAndPassword(client, email, password);
    return await credential.user.getIdToken();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (/invalid-credential|user-not-found|wrong-password|invalid-email/.test(code)) return null;
    throw error;
  }
};
