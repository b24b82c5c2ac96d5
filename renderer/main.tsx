import './zod-config.ts';
import './theme/tokens.css';
import './theme/base.css';
import './theme/print.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { followHistory } from './app/navigation.ts';
import { startDispatcher } from './commands/dispatcher.ts';
import { followEvents } from './query.ts';

startDispatcher();
followHistory();
void followEvents();
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
