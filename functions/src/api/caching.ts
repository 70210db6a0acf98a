/** `private` beside `no-store`, because Firebase Hosting drops Set-Cookie from any other answer. */
export const NOT_KEPT = 'private, no-store';
