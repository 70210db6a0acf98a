import type { LoggerOptions } from 'pino';

/**
 * What a log never holds: Postgres writes the row it refused into these, with names and addresses.
 * What the API itself logs of a request is listed where it is logged.
 */
export const LOG_OPTIONS: LoggerOptions = {
  redact: { paths: ['err.detail', 'err.where', 'err.internalQuery'], remove: true },
};
