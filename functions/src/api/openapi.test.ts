import { expect, it } from 'vitest';
import { REFUSALS } from '@domain/kernel/refusal.ts';
import { startApi } from '@tests/fixtures/api.ts';
import { CONTRACT } from '@tests/fixtures/contract.ts';
import { DATABASES } from '@tests/fixtures/databases.ts';
import { openApiOf } from './openapi.ts';

type Node = { readonly [key: string]: unknown };

const document = openApiOf(CONTRACT, '1.0.0') as Node & {
  readonly paths: Record<string, Record<string, Node>>;
};

function* nodesOf(value: unknown): Generator<Node> {
  if (typeof value !== 'object' || value === null) return;
  yield value as Node;
  for (const child of Object.values(value)) yield* nodesOf(child);
}

function resolve(pointer: string): unknown {
  return pointer
    .replace('#/', '')
    .split('/')
    .reduce<unknown>((node, key) => (node as Node | undefined)?.[key], document);
}

it('is served, with every route that is mounted', async () => {
  const api = await startApi(await DATABASES[0]!.open());
  const response = await api.send('GET', '/api/openapi.json');
  expect(await response.json()).toMatchObject({
    openapi: '3.1.0',
    info: { version: '0.0.0-test' },
  });
});

it('names every route of the contract once', () => {
  const named = Object.values(document.paths).flatMap((operations) =>
    Object.values(operations).map((operation) => operation['operationId']),
  );
  expect(named.sort()).toEqual(CONTRACT.map((route) => route.id).sort());
});

it('declares every parameter of its paths', () => {
  for (const [path, operations] of Object.entries(document.paths)) {
    const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    for (const operation of Object.values(operations)) {
      const declared = (operation['parameters'] ?? []) as { name: string; in: string }[];
      expect(declared.filter((p) => p.in === 'path').map((p) => p.name)).toEqual(names);
    }
  }
});

it('points nowhere that does not exist', () => {
  const pointers = [...nodesOf(document)].map((node) => node['$ref']).filter(Boolean);
  expect(pointers.length).toBeGreaterThan(0);
  for (const pointer of pointers) expect(resolve(pointer as string), String(pointer)).toBeDefined();
});

it('describes bodies as they are sent and lists every refusal', () => {
  const body = document.paths['/api/session/pin']!['post']!['requestBody'];
  expect(body).toMatchObject({
    content: {
      'application/json': {
        schema: {
          type: 'object',
          properties: { classCode: { type: 'string' }, cardNumber: { type: 'integer' } },
          required: ['classCode', 'cardNumber', 'pin'],
        },
      },
    },
  });
  expect(resolve('#/components/schemas/Failure/properties/code')).toEqual({
    type: 'string',
    enum: Object.keys(REFUSALS),
  });
});
