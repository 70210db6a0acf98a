import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { SIZES, type Visitor } from './browser.ts';

const ARTIFACTS = join(import.meta.dirname, '../artifacts');
const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

declare global {
  interface Window {
    axe: { run: (context: Document, options: object) => Promise<AxeResults> };
  }
}

/** Rules broken by the page as it stands. Injected through the debugger, which no policy forbids. */
async function accessibilityTroubles({ page }: Visitor): Promise<string[]> {
  await page.evaluate(axeSource);
  const { violations, passes } = await page.evaluate(() =>
    window.axe.run(document, { resultTypes: ['violations'] }),
  );
  if (passes.length < 5) throw new Error(`axe looked at nothing on ${page.url()}`);
  return violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${violation.help}: ${node.html}`),
  );
}

/** Things to press that are smaller than 44 px, links within sentences aside. */
async function targetTroubles({ page }: Visitor): Promise<string[]> {
  return page.evaluate(() => {
    const pressable =
      'button, [role=button], [role=tab], input:not([type=hidden]), select, textarea';
    return [...document.querySelectorAll<HTMLElement>(pressable)].flatMap((element) => {
      const own = element.getBoundingClientRect();
      if (own.width === 0 || own.height === 0 || getComputedStyle(element).opacity === '0')
        return [];
      const label = element instanceof HTMLInputElement ? element.labels?.[0] : undefined;
      const around = label?.getBoundingClientRect();
      const isTick = element.matches('[type=checkbox], [type=radio]');
      const height = Math.max(own.height, isTick ? (around?.height ?? 0) : 0);
      return height < 43.5
        ? [`${Math.round(height)} px high: ${element.outerHTML.slice(0, 160)}`]
        : [];
    });
  });
}

async function overflowTroubles({ page }: Visitor): Promise<string[]> {
  const [inner, outer] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  return inner! > outer! ? [`${inner} px of content in ${outer} px of window`] : [];
}

/** Fonts and the pictures on the screen have arrived; a page of a story is drawn when first asked for. */
async function settle({ page }: Visitor): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    const onScreen = [...document.images].filter((image) => {
      const { top, bottom } = image.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    });
    const late = new Promise((resolve) => setTimeout(resolve, 10_000));
    await Promise.race([Promise.allSettled(onScreen.map((image) => image.decode())), late]);
  });
}

/** Looks at each screen of a story as one would by hand: at both sizes, by eye and by rule. */
export function album(run: string) {
  const folder = join(ARTIFACTS, run);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const troubles: string[] = [];
  let count = 0;
  const stepOf = (name: string) => `${String((count += 1)).padStart(2, '0')}-${name}`;
  return {
    troubles,
    /** Keeps a picture of what a printer would get. */
    async shoot({ page }: Visitor, name: string): Promise<void> {
      await page.screenshot({ path: join(folder, `${stepOf(name)}.png`), fullPage: true });
    },
    async look(visitor: Visitor, name: string): Promise<void> {
      const step = stepOf(name);
      const before = visitor.page.viewportSize() ?? SIZES.wide;
      for (const [size, viewport] of Object.entries(SIZES)) {
        await visitor.page.setViewportSize(viewport);
        await settle(visitor);
        await visitor.page.screenshot({ path: join(folder, `${step}-${size}.png`) });
        const found = [
          ...(await accessibilityTroubles(visitor)),
          ...(await targetTroubles(visitor)),
          ...(await overflowTroubles(visitor)),
        ];
        troubles.push(...found.map((trouble) => `${step} (${size}): ${trouble}`));
      }
      await visitor.page.setViewportSize(before);
    },
  };
}

export type Album = ReturnType<typeof album>;
