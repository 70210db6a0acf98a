import * as z from 'zod/mini';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { reloadWhenBuildIsStale } from '@platform/stale-build.ts';
import './styles.ts';
import { App } from './app.tsx';
import { language } from './language.ts';

// zod would probe `new Function`, which our Content-Security-Policy reports as a violation.
z.config({ jitless: true });

reloadWhenBuildIsStale();
await language.enter('common', 'errors');
document.documentElement.lang = language.store.getState().locale;

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
