type Part = {
  readonly status: 200 | 206 | 416;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
};

/**
 * What a Range header asks of a file (RFC 9110, 14): players seek by it, and Safari plays nothing
 * without. One range of bytes is answered; any other wish gets the whole file, as is allowed.
 */
export function partOf(bytes: Uint8Array, range: string | undefined): Part {
  const whole: Part = { status: 200, headers: {}, bytes };
  const asked = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range ?? '');
  if (asked === null || asked[0] === 'bytes=-') return whole;
  const [, first = '', last = ''] = asked;
  const size = bytes.length;
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (first !== '' && last !== '' && Number(last) < from) return whole;
  if (from >= size) {
    const headers = { 'Content-Range': `bytes */${size}` };
    return { status: 416, headers, bytes: new Uint8Array() };
  }
  const headers = { 'Content-Range': `bytes ${from}-${to}/${size}` };
  return { status: 206, headers, bytes: bytes.subarray(from, to + 1) };
}
