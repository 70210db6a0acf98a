import { expect, it } from 'vitest';
import { receiptNumber, receiptOf } from './entry.ts';

const draft = {
  title: 'Ngọn hải đăng',
  pageCount: 2,
  receiptNumber: null,
  pictureHash: null,
  processHash: null,
  tellingHash: null,
  submittedAt: null,
};

it('numbers receipts so that they read aloud and sort as text', () => {
  expect(receiptNumber(42)).toBe('BD-000042');
  expect(receiptNumber(9) < receiptNumber(10)).toBe(true);
});

it('gives a receipt to what was submitted and none to a draft', () => {
  expect(receiptOf(draft)).toBeNull();
  const submission = { pictureHash: 'a', processHash: 'b', tellingHash: 'c', submittedAt: 5 };
  expect(receiptOf({ ...draft, ...submission, receiptNumber: 'BD-000001' })).toEqual({
    number: 'BD-000001',
    title: 'Ngọn hải đăng',
    pageCount: 2,
    ...submission,
  });
});
