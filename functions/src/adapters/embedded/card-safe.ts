import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { CardSafe } from '@server/ports/secrets.ts';

export const CARD_KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * AES-256-GCM. Sealed text is `v1.KEY.BYTES`: the first bytes of the key's SHA-256, by which a wrong
 * key is told from damage, then nonce, tag and ciphertext in base64url.
 */
export function cardSafe(key: Uint8Array): CardSafe {
  if (key.length !== CARD_KEY_BYTES) throw new RangeError(`a card key has ${CARD_KEY_BYTES} bytes`);
  const keyName = createHash('sha256').update(key).digest('base64url').slice(0, 8);

  return {
    seal: (plain) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      const bytes = Buffer.concat([nonce, cipher.getAuthTag(), body]);
      return `v1.${keyName}.${bytes.toString('base64url')}`;
    },
    open: (sealed) => {
      const [version, name, encoded] = sealed.split('.');
      if (version !== 'v1' || encoded === undefined) throw new Error('not a sealed card secret');
      if (name !== keyName) throw new Error(`sealed with the key ${name}, this is ${keyName}`);
      const bytes = Buffer.from(encoded, 'base64url');
      const nonce = bytes.subarray(0, NONCE_BYTES);
      const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
      decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      const body = bytes.subarray(NONCE_BYTES + TAG_BYTES);
      return decipher.update(body, undefined, 'utf8') + decipher.final('utf8');
    },
  };
}
