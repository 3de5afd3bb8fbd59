import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './app/styles';
import { App } from './app/App';
import { startTranslations } from './i18n/start-translations';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

await startTranslations();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
