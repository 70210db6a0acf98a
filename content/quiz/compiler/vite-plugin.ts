import type { Plugin } from 'vite';
import { packFiles, readBank } from './read-bank.ts';

const BANK = 'virtual:quiz/bank';

/**
 * The question bank, checked while building, as `virtual:quiz/bank` for the server. The web app's
 * build never has this plugin: a key cannot come into it by an import.
 */
export function quizBank(): Plugin {
  return {
    name: 'quiz-bank',
    resolveId: (id) => (id === BANK ? `\0${BANK}` : null),
    load(id) {
      if (id !== `\0${BANK}`) return null;
      for (const file of packFiles()) this.addWatchFile(file);
      const text = JSON.stringify(JSON.stringify(readBank()));
      return `export const bank = JSON.parse(${text});`;
    },
  };
}
