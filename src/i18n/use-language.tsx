import { createContext, type ReactNode, use } from 'react';
import { useStore } from 'zustand';
import type { Language, LanguageStore } from './language-store.ts';

const LanguageContext = createContext<LanguageStore | null>(null);

export function LanguageProvider({
  value,
  children,
}: {
  value: LanguageStore;
  children: ReactNode;
}) {
  return <LanguageContext value={value}>{children}</LanguageContext>;
}

function useLanguageStore(): LanguageStore {
  const language = use(LanguageContext);
  if (language === null) throw new Error('LanguageProvider is missing');
  return language;
}

/** `t` for text, `f` for dates and numbers, in the language in use. */
export function useLanguage(): Language & { switchTo: LanguageStore['switchTo'] } {
  const language = useLanguageStore();
  return { ...useStore(language.store), switchTo: language.switchTo };
}
