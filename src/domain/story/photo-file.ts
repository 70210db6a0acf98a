/** What the studio sends has 0.2 to 1 MB. */
export const MAX_PHOTO_FILE_BYTES = 4 * 1024 * 1024;
/** A page holds 1600 × 1200; more than this takes memory and shows nothing more. */
export const MAX_PHOTO_FILE_PIXELS = 2_400 * 1_800;

export type PhotoHead = {
  readonly type: 'jpeg' | 'png';
  readonly width: number;
  readonly height: number;
};

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** 'IHDR', which is the first chunk of every PNG. */
const PNG_HEADER = [0x49, 0x48, 0x44, 0x52];

function startsWith(bytes: Uint8Array, magic: readonly number[], at = 0): boolean {
  return magic.every((byte, i) => bytes[at + i] === byte);
}

function pngHead(bytes: Uint8Array): PhotoHead | null {
  if (bytes.length < 33 || !startsWith(bytes, PNG_HEADER, 12)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return { type: 'png', width: view.getUint32(16), height: view.getUint32(20) };
}

/** Start of frame, of whichever coding; C4, C8 and CC are tables among them. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

function jpegHead(bytes: Uint8Array): PhotoHead | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = 2;
  while (at + 9 <= bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at += 1;
    } else if (isFrame(marker)) {
      return { type: 'jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    } else {
      at += 2 + view.getUint16(at + 2);
    }
  }
  return null;
}

/**
 * What a picture file says of itself, before anybody decodes it: told by its bytes, never by a name.
 * Null for what is neither JPEG nor PNG, or has no size.
 */
export function photoHead(bytes: Uint8Array): PhotoHead | null {
  const head = startsWith(bytes, PNG_SIGNATURE)
    ? pngHead(bytes)
    : startsWith(bytes, [0xff, 0xd8, 0xff])
      ? jpegHead(bytes)
      : null;
  return head !== null && head.width > 0 && head.height > 0 ? head : null;
}
