import { expect, it } from 'vitest';
import firebase from '../../../firebase.json';
import root from '../../../package.json';
import manifest from '../../package.json';
import { securityHeaders } from './security-headers.ts';

it('gives Firebase Hosting the headers that the API has', () => {
  const [everywhere] = firebase.hosting.headers.filter(({ source }) => source === '**');
  const kept = everywhere!.headers.filter(({ key }) => key !== 'Cache-Control');
  expect(Object.fromEntries(kept.map(({ key, value }) => [key, value]))).toEqual(
    securityHeaders('firebase'),
  );
});

it('allows no inline code and no third party on a page of one machine', () => {
  const policy = securityHeaders('embedded')['Content-Security-Policy']!;
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
});

it('deploys the function with the very versions that are tested here', () => {
  const tested: Record<string, string> = { ...root.devDependencies, ...root.dependencies };
  for (const [name, range] of Object.entries(manifest.dependencies)) {
    expect(tested[name], name).toBe(range);
  }
  expect(manifest.version).toBe(root.version);
});
