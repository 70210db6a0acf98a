import { expect, it } from 'vitest';
import { fileName } from './save-file.ts';

it('names files as the child named the story, in letters every machine takes', () => {
  expect(fileName('Đảo Ễ của em', 'truyen', '.pdf')).toBe('Đảo Ễ của em.pdf');
  expect(fileName('  A/B: "gió?"\n', 'truyen', '.zip')).toBe('A B gió.zip');
  expect(fileName(' ... ', 'truyen', '.truyen')).toBe('truyen.truyen');
  expect(fileName('x'.repeat(100), 'truyen', '.png')).toHaveLength(64);
});
