import { parseArgs } from 'node:util';
import * as z from 'zod/mini';

/** How one start of the embedded host was asked for. */
export type Config = {
  readonly port: number;
  /** Null: the folder that is meant for this kind of contest. */
  readonly dataFolder: string | null;
  readonly demo: boolean;
  readonly lan: boolean;
  readonly publicUrl: string | null;
  readonly tls: { readonly certFile: string; readonly keyFile: string } | null;
  readonly databaseUrl: string | null;
  /** Null: every request where the log is kept, only what went wrong where a person reads it. */
  readonly logLevel: string | null;
  readonly trustedProxies: number;
  readonly language: 'vi' | 'en';
};

/** Scheme, host and port: the web app stands at the root, and a link adds its own path. */
function isHttpRoot(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, username, pathname, search, hash } = new URL(value);
  return /^https?:$/.test(protocol) && `${username}${pathname}${search}${hash}` === '/';
}

const httpRoot = z.string().check(z.refine(isHttpRoot));

const Environment = z
  .object({
    PORT: z.optional(z.string().check(z.regex(/^\d{1,5}$/))),
    PUBLIC_URL: z.optional(httpRoot),
    TLS_CERT: z.optional(z.string()),
    TLS_KEY: z.optional(z.string()),
    DATABASE_URL: z.optional(z.string().check(z.regex(/^postgres(ql)?:\/\//))),
    LOG_LEVEL: z.optional(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])),
    TRUST_PROXY: z.optional(z.string().check(z.regex(/^[0-9]$/))),
    HOST_LANGUAGE: z.optional(z.enum(['vi', 'en'])),
  })
  .check(
    z.refine((env) => (env.TLS_CERT === undefined) === (env.TLS_KEY === undefined), {
      path: ['TLS_KEY'],
    }),
    z.refine((env) => Number(env.PORT ?? 1) <= 65_534, { path: ['PORT'] }),
  );

/** A setting that makes no sense, by the name a person wrote it under. */
export type WrongSetting = { readonly wrongSetting: string };

function parseOptions(args: readonly string[]) {
  const { values, tokens } = parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    options: {
      data: { type: 'string' },
      'no-demo': { type: 'boolean' },
      lan: { type: 'boolean' },
    },
  });
  const known = ['data', 'no-demo', 'lan'];
  const stray = tokens.find(
    (token) =>
      token.kind === 'positional' || (token.kind === 'option' && !known.includes(token.name)),
  );
  return { values, stray: stray && args[stray.index] };
}

/** Reads the whole configuration once; an empty variable counts as absent. */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
  args: readonly string[],
): Config | WrongSetting {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value));
  const parsed = Environment.safeParse(present);
  if (!parsed.success) return { wrongSetting: String(parsed.error.issues[0]?.path[0]) };
  const { values, stray } = parseOptions(args);
  if (stray !== undefined) return { wrongSetting: stray };
  if ('data' in values && (typeof values['data'] !== 'string' || values['data'] === '')) {
    return { wrongSetting: '--data' };
  }
  const { PORT, PUBLIC_URL, TLS_CERT, TLS_KEY, DATABASE_URL, LOG_LEVEL, TRUST_PROXY } = parsed.data;
  return {
    port: Number(PORT ?? 4173),
    dataFolder: (values['data'] as string | undefined) ?? null,
    demo: values['no-demo'] !== true,
    lan: values['lan'] === true,
    publicUrl: PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    tls: TLS_CERT && TLS_KEY ? { certFile: TLS_CERT, keyFile: TLS_KEY } : null,
    databaseUrl: DATABASE_URL ?? null,
    logLevel: LOG_LEVEL ?? null,
    trustedProxies: Number(TRUST_PROXY ?? 0),
    language: parsed.data.HOST_LANGUAGE ?? 'vi',
  };
}
