import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';
import type { Room } from '@i18n/rooms.ts';
import type { Role } from '@domain/people/actor.ts';
import { ConnectionLost } from '@platform/api-client.ts';
import { language } from '../language.ts';
import { withRole } from '../require-role.tsx';

/** What was fetched, or ConnectionLost where the network failed. */
export function fetched<Value>(coming: Promise<Value>): Promise<Value> {
  return coming.catch((cause: unknown) => {
    // Browsers say TypeError when a file could not be fetched; anything else is a bug.
    throw cause instanceof TypeError ? new ConnectionLost(cause) : cause;
  });
}

/**
 * A page that is fetched together with its room's text when it is first opened.
 * @param roles who may see it; everybody when absent
 */
export function page(
  path: string,
  rooms: readonly Room[],
  load: () => Promise<ComponentType>,
  roles?: readonly Role[],
): RouteObject {
  return {
    path,
    lazy: async () => {
      const [Page] = await fetched(Promise.all([load(), language.enter(...rooms)]));
      return { Component: roles ? withRole(Page, roles) : Page };
    },
  };
}
