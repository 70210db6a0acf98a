import { toJSONSchema } from 'zod/mini';
import type { Route, Schema } from '@contract/route.ts';
import { type RefusalCode, REFUSALS } from '@domain/kernel/refusal.ts';
import { rolesFor } from '@domain/people/can.ts';
import { namesIn, paramSchema } from './params.ts';

type Json = { readonly [key: string]: unknown };

const CODES = Object.keys(REFUSALS) as readonly RefusalCode[];
const STATUSES = [...new Set(CODES.map((code) => REFUSALS[code]))].sort((a, b) => a - b);

function jsonSchemaOf(schema: Schema, io: 'input' | 'output'): Json {
  // A transform has no JSON Schema of its own; what surrounds it says enough.
  const { $schema: _dialect, ...json } = toJSONSchema(schema, { io, unrepresentable: 'any' });
  return json;
}

function jsonContent(schema: Json): Json {
  return { 'application/json': { schema } };
}

/** Answers to a refusal, by status, each with the codes that travel under it. */
const FAILURES = Object.fromEntries(
  STATUSES.map((status) => {
    const codes = CODES.filter((code) => REFUSALS[code] === status);
    return [`Refused${status}`, { description: codes.join(', '), status }];
  }),
);

const failureResponses = Object.fromEntries(
  Object.entries(FAILURES).map(([name, { description }]) => [
    name,
    { description, content: jsonContent({ $ref: '#/components/schemas/Failure' }) },
  ]),
);

function successOf(route: Route): Json {
  if (route.bytes?.out !== undefined) {
    return { '200': { description: 'The file', content: { [route.bytes.out]: {} } } };
  }
  if (route.answer === undefined) return { '204': { description: 'Done' } };
  return {
    '200': {
      description: 'The answer',
      content: jsonContent(jsonSchemaOf(route.answer, 'output')),
    },
  };
}

function requestBodyOf(route: Route): Json {
  if (route.bytes?.in !== undefined) {
    return { requestBody: { required: true, content: { [route.bytes.in]: {} } } };
  }
  if (route.body === undefined) return {};
  return {
    requestBody: { required: true, content: jsonContent(jsonSchemaOf(route.body, 'input')) },
  };
}

function parametersOf(route: Route): Json {
  const inPath = namesIn(route.path).map((name) => ({
    name,
    in: 'path',
    required: true,
    schema: jsonSchemaOf(paramSchema(name), 'input'),
  }));
  const query = route.query === undefined ? {} : jsonSchemaOf(route.query, 'input');
  const inQuery = Object.entries((query['properties'] ?? {}) as Json).map(([name, schema]) => ({
    name,
    in: 'query',
    required: ((query['required'] ?? []) as string[]).includes(name),
    schema,
  }));
  const parameters = [...inPath, ...inQuery];
  return parameters.length === 0 ? {} : { parameters };
}

function operationOf(route: Route): Json {
  const roles = rolesFor(route.action);
  return {
    operationId: route.id,
    summary: route.summary,
    description: `For: ${roles.join(', ')}.`,
    security: roles.includes('public') ? [] : [{ session: [] }],
    ...parametersOf(route),
    ...requestBodyOf(route),
    responses: {
      ...successOf(route),
      ...Object.fromEntries(
        Object.entries(FAILURES).map(([name, { status }]) => [
          String(status),
          { $ref: `#/components/responses/${name}` },
        ]),
      ),
    },
  };
}

/** The contract as an OpenAPI 3.1 document. */
export function openApiOf(routes: readonly Route[], version: string): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[route.method] = operationOf(route);
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Picture-story contest', version },
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__session' } },
      schemas: {
        Failure: {
          type: 'object',
          properties: {
            code: { type: 'string', enum: CODES },
            details: {
              type: 'object',
              additionalProperties: { type: ['string', 'number', 'boolean', 'null'] },
            },
            requestId: { type: 'string' },
          },
          required: ['code', 'details', 'requestId'],
        },
      },
      responses: failureResponses,
    },
  };
}
