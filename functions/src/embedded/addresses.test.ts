import { expect, it } from 'vitest';
import { addressesFor } from './addresses.ts';

const PLAIN = { port: 4173, lan: false, tls: null, publicUrl: null };
const FOUND = ['192.168.1.7', '10.0.0.4'];

it('listens to this machine alone unless the network is asked for', () => {
  expect(addressesFor(PLAIN, FOUND)).toEqual({
    listenOn: '127.0.0.1',
    here: 'http://localhost:4173',
    lan: [],
    lanSecure: [],
    publicUrl: 'http://localhost:4173',
    securePort: null,
  });
});

it('stands beside itself with HTTPS on the next port, and prints cards for the network', () => {
  expect(addressesFor({ ...PLAIN, lan: true }, FOUND)).toMatchObject({
    listenOn: '0.0.0.0',
    lan: ['http://192.168.1.7:4173', 'http://10.0.0.4:4173'],
    lanSecure: ['https://192.168.1.7:4174', 'https://10.0.0.4:4174'],
    publicUrl: 'http://192.168.1.7:4173',
    securePort: 4174,
  });
});

it('speaks HTTPS alone when it was given a certificate', () => {
  const tls = { certFile: 'a.crt', keyFile: 'a.key' };
  expect(addressesFor({ ...PLAIN, lan: true, tls }, FOUND)).toMatchObject({
    here: 'https://localhost:4173',
    lan: ['https://192.168.1.7:4173', 'https://10.0.0.4:4173'],
    lanSecure: [],
    securePort: null,
  });
});

it('puts the published address on cards and links', () => {
  const publicUrl = 'https://thi.example.vn';
  expect(addressesFor({ ...PLAIN, lan: true, publicUrl }, FOUND).publicUrl).toBe(publicUrl);
});
