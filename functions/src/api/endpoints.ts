import type { Endpoint } from './endpoint.ts';
import { hostEndpoints } from './rooms/host.ts';
import { sessionEndpoints } from './rooms/session.ts';

/** Every route of the contract and what answers it. */
export const ENDPOINTS: readonly Endpoint[] = [...hostEndpoints, ...sessionEndpoints];
