import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { findChromium } from '../../scripts/chromium.mjs';

export const SIZES = {
  wide: { width: 1280, height: 800 },
  narrow: { width: 390, height: 844 },
} as const;

/** A name that is not loopback: over plain HTTP its pages are no secure context. */
export const SCHOOL_HOST = 'truong-hai-au.example';

/** A microphone that beeps once a second, and a person who always allows it. */
const FAKE_MICROPHONE = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];

export async function openBrowser({ microphone = false } = {}): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) {
    throw new Error('no Chromium: install Chrome, Edge or Chromium, or set CHROMIUM_PATH');
  }
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({
    executablePath,
    args: [
      ...asRoot,
      ...(microphone ? FAKE_MICROPHONE : []),
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      // What is typed over plain HTTP must not be sent to https:// first.
      '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable',
      `--host-resolver-rules=MAP ${SCHOOL_HOST} 127.0.0.1`,
    ],
  });
}

export type Visitor = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Opens a path of the site. */
  readonly go: (path: string) => Promise<void>;
  /** Runs steps in which the server is expected to answer with these statuses. */
  readonly expecting: (statuses: readonly number[], steps: () => Promise<void>) => Promise<void>;
  /** Everything that went wrong since the beginning; a healthy visit has an empty list. */
  readonly troubles: readonly string[];
  readonly close: () => Promise<void>;
};

/**
 * One person at one machine. Written down as trouble: errors in the console or the page,
 * violations of the Content-Security-Policy, requests to another origin, answers that say no
 * without being expected to.
 */
export async function visit(
  browser: Browser,
  origin: string,
  options: { who: string; size?: keyof typeof SIZES; touch?: boolean },
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: origin,
    viewport: SIZES[options.size ?? 'wide'],
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    hasTouch: options.touch ?? false,
    reducedMotion: 'reduce',
  });
  const troubles: string[] = [];
  const expected = new Set<number>();
  const note = (kind: string, text: string) => troubles.push(`${options.who}: ${kind}: ${text}`);

  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy violated: ${event.violatedDirective} by ${event.blockedURI}`);
    });
  });
  const watch = (page: Page) => {
    page.on('pageerror', (error) => note('page error', error.stack ?? error.message));
    page.on('crash', () => note('crash', page.url()));
    page.on('console', (message) => {
      if (message.type() !== 'error' && message.type() !== 'warning') return;
      // Answers that say no are judged by their status, below.
      if (message.text().startsWith('Failed to load resource')) return;
      note(`console ${message.type()}`, `${message.text()} (${message.location().url})`);
    });
    page.on('request', (request) => {
      const url = request.url();
      if (/^(data|blob):/.test(url) || new URL(url).origin === origin) return;
      note('request to another origin', url);
    });
    page.on('response', (response) => {
      if (response.status() < 400 || expected.has(response.status())) return;
      note('answer', `${response.status()} to ${response.request().method()} ${response.url()}`);
    });
  };
  context.on('page', watch);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);

  return {
    page,
    context,
    troubles,
    go: async (path) => {
      await page.goto(path, { waitUntil: 'networkidle' });
    },
    expecting: async (statuses, steps) => {
      for (const status of statuses) expected.add(status);
      await steps();
      expected.clear();
    },
    close: () => context.close(),
  };
}
