declare module 'virtual:quiz/bank' {
  import type { Item } from '@domain/quiz/item.ts';

  export const bank: readonly Item[];
}
