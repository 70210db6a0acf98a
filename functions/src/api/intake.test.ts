import { expect, it } from 'vitest';
import { readBytes } from './body.ts';
import { openIntake } from './intake.ts';

const OCTETS = 'application/octet-stream';

function upload(sizeBytes: number): Request {
  const body = new Uint8Array(sizeBytes);
  const headers = { 'content-type': OCTETS };
  return new Request('http://truong.local/', { method: 'PUT', headers, body });
}

it('refuses what would hold too much together, and takes it once the others are answered', async () => {
  const intake = openIntake(1000);
  const [first, second] = [intake.share(), intake.share()];
  expect(await readBytes(upload(600), OCTETS, first)).toHaveLength(600);
  await expect(readBytes(upload(600), OCTETS, second)).rejects.toMatchObject({ code: 'host.busy' });
  second.giveBack();
  first.giveBack();
  expect(await readBytes(upload(1000), OCTETS, intake.share())).toHaveLength(1000);
});

it('gives back once, however often it is told to', () => {
  const intake = openIntake(1000);
  const first = intake.share();
  intake.share().take(900);
  first.take(100);
  first.giveBack();
  first.giveBack();
  const next = intake.share();
  next.take(100);
  expect(() => next.take(1)).toThrow('host.busy');
});
