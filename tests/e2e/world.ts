import type { Browser } from 'playwright-core';
import { expect } from 'vitest';
import { visit, type SIZES, type Visitor } from './browser.ts';
import type { Album } from './shots.ts';

/** What the chapters of the story share. */
export type World = {
  readonly browser: Browser;
  readonly origin: string;
  readonly album: Album;
  readonly visitors: Visitor[];
};

export const PUPIL = { fullName: 'Nguyễn Thị Ánh Dương', birthDate: '3/9/2016' } as const;
export const STORY = {
  title: 'Ngọn hải đăng thức đêm',
  captions: ['Đêm ấy biển động, thuyền của bố chưa về.', 'Ngọn đèn nháy ba lần, bố đã thấy bờ.'],
} as const;

export async function enter(
  world: World,
  who: string,
  options: { size?: keyof typeof SIZES; touch?: boolean } = {},
): Promise<Visitor> {
  const visitor = await visit(world.browser, world.origin, { who, ...options });
  world.visitors.push(visitor);
  return visitor;
}

export const DEMO_PASSWORD = 'bien-dao-demo';

export async function signInAdult(visitor: Visitor, email: string): Promise<void> {
  const { page } = visitor;
  await visitor.go('/dang-nhap');
  await page.getByLabel('Thư điện tử').fill(email);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await page.getByRole('button', { name: 'Đăng xuất' }).waitFor();
}

/** The whole visible text of the page, as one line. */
export async function textOf({ page }: Visitor): Promise<string> {
  return (await page.locator('body').innerText()).replace(/\s+/g, ' ');
}

/** Waits until the page says this, however it is laid out. */
export async function expectText(visitor: Visitor, text: string | RegExp): Promise<void> {
  await expect.poll(() => textOf(visitor), { timeout: 15_000 }).toMatch(text);
}
