import { expect, it } from 'vitest';
import { readConfig } from './config.ts';

it('starts the demo on this machine alone when nothing is said', () => {
  expect(readConfig({}, [])).toEqual({
    port: 4173,
    dataFolder: null,
    demo: true,
    lan: false,
    publicUrl: null,
    tls: null,
    databaseUrl: null,
    logLevel: null,
    trustedProxies: 0,
    language: 'vi',
  });
});

it('reads what is said in the environment and on the command line', () => {
  const env = {
    PORT: '8080',
    PUBLIC_URL: 'https://thi.example.vn/',
    TRUST_PROXY: '1',
    TLS_KEY: '',
  };
  expect(readConfig(env, ['--no-demo', '--data', 'D:\\thi', '--lan'])).toMatchObject({
    port: 8080,
    publicUrl: 'https://thi.example.vn',
    trustedProxies: 1,
    demo: false,
    dataFolder: 'D:\\thi',
    lan: true,
    tls: null,
  });
});

it.each<[Record<string, string>, string[], string]>([
  [{ PORT: 'http' }, [], 'PORT'],
  [{ PORT: '65535' }, [], 'PORT'],
  [{ PUBLIC_URL: 'truong.local' }, [], 'PUBLIC_URL'],
  [{ PUBLIC_URL: 'http://truong.local/thi' }, [], 'PUBLIC_URL'],
  [{ PUBLIC_URL: 'http://truong.local/?lop=4a' }, [], 'PUBLIC_URL'],
  [{ TLS_CERT: 'a.pem' }, [], 'TLS_KEY'],
  [{ DATABASE_URL: 'mysql://x' }, [], 'DATABASE_URL'],
  [{}, ['--nodemo'], '--nodemo'],
  [{}, ['data'], 'data'],
  [{}, ['--data'], '--data'],
])('names the setting that makes no sense: %j %j', (env, args, name) => {
  expect(readConfig(env, args)).toEqual({ wrongSetting: name });
});
