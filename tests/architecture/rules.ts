import type { IRegularForbiddenRuleType } from 'dependency-cruiser';

type Planted = { readonly path: string; readonly imports: readonly string[] };

/** A boundary, and files that break it: the test plants them and expects them to be caught. */
export type Boundary = {
  readonly rule: IRegularForbiddenRuleType;
  readonly planted: readonly Planted[];
};

function boundary(
  name: string,
  comment: string,
  sides: Pick<IRegularForbiddenRuleType, 'from' | 'to'>,
  ...planted: Planted[]
): Boundary {
  return { rule: { name, comment, severity: 'error', ...sides }, planted };
}

const plant = (path: string, ...imports: string[]): Planted => ({ path, imports });

const SCHEMAS = '^node_modules/zod/mini/';
const PURE_LIBRARIES = `${SCHEMAS}|^node_modules/(perfect-freehand|fflate|@noble/hashes)/`;
const BUILD_PLUGINS = '^src/[^/]+/vite-plugin\\.ts$';

const web: Boundary[] = [
  boundary(
    'domain-is-pure',
    'Rules depend on nothing but rules and four libraries without side effects.',
    { from: { path: '^src/domain/' }, to: { pathNot: `^src/domain/|${PURE_LIBRARIES}` } },
    plant('src/domain/planted-react.ts', 'react'),
    plant('src/domain/planted-contract.ts', '@contract/route.ts'),
    plant('src/domain/planted-node.ts', 'node:crypto'),
  ),
  boundary(
    'contract-is-plain',
    'What travels between web and server is said in terms of the domain.',
    {
      from: { path: '^src/contract/' },
      to: { pathNot: `^src/(contract|domain)/|${SCHEMAS}` },
    },
    plant('src/contract/planted.ts', '@i18n/keys.ts'),
  ),
  boundary(
    'web-never-imports-server',
    'Answer keys and secrets never reach the browser.',
    { from: { path: '^src/' }, to: { path: '^(functions|content|tests)/' } },
    plant('src/features/studio/planted-server.ts', '@server/store/schema.ts'),
    plant('src/platform/planted-content.ts', '@content/planted.ts'),
    plant('content/planted.ts'),
  ),
  boundary(
    'no-cross-feature',
    'Rooms share through domain, ui and platform, never with each other.',
    {
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/', pathNot: '^src/features/$1/' },
    },
    plant('src/features/gallery/planted-neighbour.ts', '@features/studio/planted-room.ts'),
    plant('src/features/studio/planted-room.ts'),
  ),
  boundary(
    'ui-is-a-leaf',
    'The kit knows neither rooms nor IO.',
    { from: { path: '^src/ui/' }, to: { path: '^src/(features|platform|app)/' } },
    plant('src/ui/planted.ts', '@platform/planted.ts'),
    plant('src/platform/planted.ts'),
  ),
  boundary(
    'i18n-below-rooms',
    'Text knows no screen.',
    { from: { path: '^src/i18n/' }, to: { path: '^src/(features|app|ui)/' } },
    plant('src/i18n/planted.ts', '@features/studio/planted-room.ts'),
  ),
  boundary(
    'platform-below-rooms',
    'Browser adapters know no screen.',
    { from: { path: '^src/platform/' }, to: { path: '^src/(features|app|ui)/' } },
    plant('src/platform/planted-screen.ts', '@ui/planted-kit.ts'),
    plant('src/ui/planted-kit.ts'),
  ),
  boundary(
    'app-is-the-top',
    'Only the composition root knows everything; nothing knows it.',
    { from: { path: '^src/', pathNot: '^src/app/' }, to: { path: '^src/app/' } },
    plant('src/features/studio/planted-app.ts', '@app/planted.ts'),
    plant('src/app/planted.ts'),
  ),
  boundary(
    'no-node-in-the-browser',
    'Browsers have no Node modules.',
    { from: { path: '^src/', pathNot: BUILD_PLUGINS }, to: { dependencyTypes: ['core'] } },
    plant('src/ui/planted-node.ts', 'node:path'),
  ),
  boundary(
    'konva-only-in-studio',
    'One home per engine.',
    {
      from: { pathNot: '^src/features/studio/' },
      to: { path: '^node_modules/(konva|react-konva)/' },
    },
    plant('src/features/gallery/planted-konva.ts', 'konva'),
  ),
  boundary(
    'phaser-only-on-its-stage',
    'One home per engine; a page that does not draw a game never fetches it.',
    {
      from: { path: '^(src|functions)/', pathNot: '^src/features/games/phaser/' },
      to: { path: '^node_modules/phaser/' },
    },
    plant('src/features/games/timeline/planted-phaser.ts', 'phaser'),
    plant('src/domain/games/planted-phaser.ts', 'phaser'),
  ),
  boundary(
    'firebase-client-only-in-platform',
    'A vendor’s name belongs in an adapter.',
    { from: { pathNot: '^src/platform/' }, to: { path: '^node_modules/(firebase|@firebase)/' } },
    plant('src/features/account/planted-firebase.ts', 'firebase/auth'),
  ),
];

const server: Boundary[] = [
  boundary(
    'server-takes-rules-only',
    'From the web app the server shares rules, contract and text.',
    {
      from: { path: '^functions/' },
      to: { path: '^src/', pathNot: '^src/(domain|contract|i18n)/' },
    },
    plant('functions/src/api/planted-ui.ts', '@ui/planted-kit.ts'),
  ),
  boundary(
    'usecases-see-ports',
    'A use case is domain, ports and queries; no vendor, no HTTP.',
    {
      from: { path: '^functions/src/usecases/' },
      to: {
        pathNot: `^src/(domain|contract)/|^functions/src/(usecases|ports|store)/|${SCHEMAS}`,
      },
    },
    plant('functions/src/usecases/planted-kysely.ts', 'kysely'),
    plant('functions/src/usecases/planted-api.ts', '@server/api/planted.ts'),
    plant('functions/src/usecases/planted-demo.ts', '@server/demo/planted.ts'),
    plant('functions/src/demo/planted.ts'),
    plant('functions/src/api/planted.ts'),
  ),
  boundary(
    'ports-are-plain',
    'A port is said in terms of the domain.',
    {
      from: { path: '^functions/src/ports/' },
      to: { pathNot: '^src/domain/|^functions/src/ports/' },
    },
    plant('functions/src/ports/planted.ts', 'node:fs'),
  ),
  boundary(
    'store-stands-low',
    'Queries know no use case and no host.',
    {
      from: { path: '^functions/src/store/' },
      to: { path: '^functions/src/', pathNot: '^functions/src/store/' },
    },
    plant('functions/src/store/planted.ts', '@server/usecases/planted.ts'),
    plant('functions/src/usecases/planted.ts'),
  ),
  boundary(
    'api-asks-use-cases',
    'Routes parse and present; they reach neither adapters nor queries.',
    {
      from: { path: '^functions/src/api/' },
      to: { path: '^functions/src/(adapters|store|cli|demo)/' },
    },
    plant('functions/src/api/planted-store.ts', '@server/store/schema.ts'),
  ),
  boundary(
    'adapters-are-strangers',
    'An adapter never leans on another vendor’s.',
    {
      from: { path: '^functions/src/adapters/([^/]+)/' },
      to: { path: '^functions/src/adapters/', pathNot: '^functions/src/adapters/$1/' },
    },
    plant(
      'functions/src/adapters/firebase/planted.ts',
      '@server/adapters/embedded/planted-neighbour.ts',
    ),
    plant('functions/src/adapters/embedded/planted-neighbour.ts'),
  ),
  boundary(
    'adapters-see-ports',
    'An adapter implements a port; it knows no route, no use case, no query.',
    {
      from: { path: '^functions/src/adapters/' },
      to: { path: '^functions/src/(api|usecases|store|cli|demo)/' },
    },
    plant('functions/src/adapters/embedded/planted.ts', '@server/usecases/planted.ts'),
  ),
  boundary(
    'queries-only-in-store',
    'No query outside the store.',
    {
      from: { pathNot: '^functions/src/store/' },
      to: { path: '^node_modules/(kysely|libsql|@libsql|pg)/' },
    },
    plant('functions/src/api/planted-kysely.ts', 'kysely'),
    plant('functions/src/adapters/embedded/planted-pg.ts', 'pg'),
    plant('functions/src/cli/planted-libsql.ts', 'libsql'),
  ),
  boundary(
    'hono-only-at-the-edge',
    'HTTP ends at the API.',
    {
      from: { pathNot: '^functions/src/(api/|embedded|firebase(-api)?\\.ts$)' },
      to: { path: '^node_modules/(hono|@hono)/' },
    },
    plant('functions/src/adapters/embedded/planted-hono.ts', 'hono'),
  ),
  boundary(
    'firebase-only-in-its-adapter',
    'A vendor’s name belongs in an adapter.',
    {
      from: { pathNot: '^functions/src/(adapters/firebase/|firebase(-api)?\\.ts$)' },
      to: { path: '^node_modules/(firebase-admin|firebase-functions)/' },
    },
    plant('functions/src/usecases/planted-firebase.ts', 'firebase-admin/app'),
    plant('functions/src/api/planted-function.ts', 'firebase-functions/v2/https'),
  ),
  boundary(
    'demo-is-a-guest',
    'The contest does not know that it can be a demonstration.',
    {
      from: { path: '^functions/src/(api|ports|store|adapters)/' },
      to: { path: '^functions/src/demo/' },
    },
    plant('functions/src/store/planted-demo.ts', '@server/demo/planted.ts'),
  ),
];

const everywhere: Boundary[] = [
  boundary(
    'zod-mini-only',
    'Full zod alone weighs a third of the first page’s budget.',
    { from: {}, to: { path: '^node_modules/zod/', pathNot: SCHEMAS } },
    plant('src/features/studio/planted-zod.ts', 'zod'),
    plant('functions/src/api/planted-zod.ts', 'zod/v4'),
  ),
  boundary(
    'no-cycles',
    'Files that need each other are one file, or three.',
    { from: {}, to: { circular: true } },
    plant('src/ui/planted-egg.ts', './planted-hen.ts'),
    plant('src/ui/planted-hen.ts', './planted-egg.ts'),
  ),
  boundary(
    'not-to-unresolvable',
    'Every import leads somewhere.',
    { from: {}, to: { couldNotResolve: true, pathNot: '^virtual:' } },
    plant('src/ui/planted-nowhere.ts', './nowhere.ts'),
  ),
  boundary(
    'installed-where-it-runs',
    '`npm start` installs no development package. Firebase’s own code has its own manifest.',
    {
      from: {
        pathNot:
          '^(src/platform/adult-id-token\\.ts|functions/src/(adapters/firebase/|firebase(-api)?\\.ts))',
      },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
    plant('functions/src/cli/planted-dev.ts', 'fast-check'),
  ),
];

export const BOUNDARIES: readonly Boundary[] = [...web, ...server, ...everywhere];
