import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import { join, resolve } from 'node:path';
import type { Logger } from 'pino';
import { lanAddresses } from '@server/adapters/tls/host-names.ts';
import type { ApiHost } from '@server/api/host.ts';
import type { Config } from '@server/config.ts';
import { seedDemo } from '@server/demo/seed.ts';
import { DEMO_SIGN_INS } from '@server/demo/sign-ins.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { kindOfContest } from '@server/usecases/host/kind-of-contest.ts';
import { inviteFirstOrganiser } from '@server/usecases/session/accept-invite.ts';
import { type Addresses, addressesFor } from './addresses.ts';
import { openOwnCertificates, type OwnCertificates } from './certificates.ts';
import type { ReadyFacts } from './console-text.ts';
import { openContest } from './contest.ts';
import { fault } from './fault.ts';
import { thinDraftsNowAndThen } from './draft-thinning.ts';
import { preparePagesWhenIdle, watchVisits } from './idle-pages.ts';
import { drain, givenCertificate, httpServer, httpsServer, listen } from './servers.ts';
import { createSite } from './site.ts';

/** Where a tablet is guided through trusting this host. */
const TRUST_PAGE = '/tin-cay';

export type Running = { readonly facts: ReadyFacts; readonly stop: () => Promise<void> };

type Surroundings = {
  readonly version: string;
  /** The project's folder: the data lie in `data`, the web app in `dist/web`. */
  readonly root: string;
  readonly log: Logger;
};

async function fillOrInvite(deps: Deps, demo: boolean, folder: string): Promise<string | null> {
  const kind = await kindOfContest(deps);
  if (demo) {
    if (kind === 'real') throw fault('host.folderNotDemo', { folder });
    await seedDemo(deps);
    return null;
  }
  if (kind === 'demo') throw fault('host.folderIsDemo', { folder });
  return inviteFirstOrganiser(deps);
}

function apiHost(
  config: Config,
  addresses: Addresses,
  own: OwnCertificates | null,
  { version, log }: Surroundings,
): ApiHost {
  const { securePort } = addresses;
  return {
    kind: 'embedded',
    version,
    trustedProxies: config.trustedProxies,
    firebase: null,
    demo: config.demo ? DEMO_SIGN_INS : null,
    secureUrlFor: (name) => (securePort === null ? null : `https://${name}:${securePort}`),
    certificateAuthority: own?.authority ?? null,
    log,
  };
}

/**
 * Starts the embedded host: data folder, database, first content, servers. What the person who
 * starts it can put right is thrown as a Fault; whatever had been opened by then is closed.
 */
export async function startHost(config: Config, around: Surroundings): Promise<Running> {
  const web = join(around.root, 'dist', 'web');
  if (!existsSync(join(web, 'index.html'))) throw fault('host.fileMissing', { file: web });
  const usual = join(around.root, 'data', config.demo ? 'demo' : 'contest');
  const folder = config.dataFolder === null ? usual : resolve(config.dataFolder);
  const addresses = addressesFor(config, lanAddresses());
  const given = config.tls === null ? null : await givenCertificate(config.tls);

  const undo: (() => Promise<void> | void)[] = [];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  const open = async (server: Server, port: number) => {
    await listen(server, port, addresses.listenOn);
    return () => drain(server);
  };

  try {
    const contest = await openContest({
      folder,
      databaseUrl: config.databaseUrl,
      publicUrl: addresses.publicUrl,
      renderProgram: join(around.root, 'dist', 'server', 'render-thread.js'),
    });
    undo.push(contest.close);
    const link = await fillOrInvite(contest.deps, config.demo, folder);
    const { securePort } = addresses;
    const own =
      securePort === null
        ? null
        : await openOwnCertificates(folder, addresses.publicUrl, contest.deps.clock.now);
    const visits = watchVisits(contest.deps.clock);
    const host = apiHost(config, addresses, own, around);
    const site = createSite(contest.deps, host, web, visits.visited);
    undo.push(preparePagesWhenIdle(contest.deps, visits, around.log));
    undo.push(thinDraftsNowAndThen(contest.deps, around.log));

    const closers: (() => Promise<void>)[] = [];
    undo.push(async () => void (await Promise.all(closers.map((close) => close()))));
    closers.push(
      await open(given === null ? httpServer(site) : httpsServer(site, given), config.port),
    );
    if (own !== null && securePort !== null) {
      const secure = httpsServer(site, own.current);
      closers.push(await open(secure, securePort));
      undo.push(own.keepFresh(secure));
    }
    const { here, lan, lanSecure } = addresses;
    return {
      facts: {
        here,
        lan,
        lanSecure,
        trustPage: own !== null && lan[0] !== undefined ? `${lan[0]}${TRUST_PAGE}` : null,
        dataFolder: folder,
        demo: config.demo ? DEMO_SIGN_INS : null,
        firstOrganiserLink: link,
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
