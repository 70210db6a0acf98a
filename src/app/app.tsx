import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from 'react-router';
import { LanguageProvider } from '@i18n/use-language.tsx';
import { createQueryClient } from '@platform/queries.ts';
import { theme } from '@ui/theme.ts';
import { language } from './language.ts';
import { router } from './router.tsx';

const queryClient = createQueryClient();

// Mantine would write variables and helper classes into <style> elements, which the
// Content-Security-Policy forbids: the variables are a style sheet (see ui/vite-plugin.ts) and the
// helper classes are not used.
export function App() {
  return (
    <LanguageProvider value={language}>
      <MantineProvider
        theme={theme}
        withCssVariables={false}
        withGlobalClasses={false}
        deduplicateInlineStyles={false}
        defaultColorScheme="light"
      >
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </LanguageProvider>
  );
}
