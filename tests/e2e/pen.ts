import type { Page } from 'playwright-core';

export type Point = readonly [x: number, y: number];

/** Draws through points given in hundredths of the page. */
export async function stroke(page: Page, points: readonly Point[]): Promise<void> {
  const paper = await page.getByRole('application').boundingBox();
  if (paper === null) throw new Error('the paper is not on the screen');
  const at = ([x, y]: Point) =>
    [paper.x + (paper.width * x) / 100, paper.y + (paper.height * y) / 100] as const;
  await page.mouse.move(...at(points[0]!));
  await page.mouse.down();
  for (const point of points.slice(1)) await page.mouse.move(...at(point), { steps: 6 });
  await page.mouse.up();
}

/** Pixels of the drawing that are not paper. */
export async function inkOn(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    // What is drawn appears with the next frame.
    await nextFrame();
    await nextFrame();
    let ink = 0;
    for (const canvas of document.querySelectorAll<HTMLCanvasElement>(
      '[role=application] canvas',
    )) {
      const pixels = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data;
      for (let i = 0; i < pixels.length; i += 4) {
        const isPaper = pixels[i]! > 250 && pixels[i + 1]! > 250 && pixels[i + 2]! > 250;
        if (pixels[i + 3]! > 0 && !isPaper) ink += 1;
      }
    }
    return ink;
  });
}

/** Ticks a tool, a colour or a width: the picture beside the radio button takes the click. */
export async function choose(page: Page, name: string): Promise<void> {
  await page.getByRole('radio', { name, exact: true }).check({ force: true });
}
