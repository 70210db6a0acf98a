import { expect } from 'vitest';
import { enter, PUPIL, STORY, textOf, type World } from './world.ts';

/** Before publication the gallery shows nothing but when to come back. */
export async function findGalleryClosed(world: World): Promise<void> {
  const visitor = await enter(world, 'public');
  await visitor.go('/phong-tranh');
  await visitor.page.getByText('Phòng tranh sắp mở').waitFor();
  await world.album.look(visitor, 'gallery-closed');
  await visitor.close();
}

/** Anybody reads the published story; of its author they learn what the consents allow. */
export async function readPublishedStory(world: World): Promise<void> {
  const visitor = await enter(world, 'public');
  const { page } = visitor;
  await visitor.go('/');
  await page
    .getByRole('link', { name: /Phòng tranh/ })
    .first()
    .click();
  const card = page.getByRole('article').filter({ hasText: STORY.title });
  await card.waitFor();
  expect(await card.innerText()).toMatch(/Dương, 9–12 tuổi/);
  await world.album.look(visitor, 'gallery');
  await card.getByRole('link').click();
  await page.getByRole('heading', { name: STORY.title }).waitFor();
  const picture = page.getByRole('img', { name: 'Tranh ở trang 1' });
  await picture.waitFor();
  expect(
    await picture.evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth)),
  ).toBeGreaterThan(100);
  await page.getByText(STORY.captions[0]).waitFor();
  await world.album.look(visitor, 'gallery-story');
  await page.getByRole('button', { name: 'Trang sau' }).click();
  await page.getByText(STORY.captions[1]).waitFor();
  const seen = await textOf(visitor);
  for (const hidden of [PUPIL.fullName, 'Ánh Dương', 'Trường Tiểu học', 'Lớp 4A']) {
    expect(seen).not.toContain(hidden);
  }
  await visitor.close();
}
