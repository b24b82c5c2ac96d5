import { useSyncExternalStore } from 'react';

const wide = window.matchMedia('(min-width: 1600px)');

/** Three columns: transcript, findings and comments, checklist. */
export const useWideLayout = (): boolean =>
  useSyncExternalStore(
    (changed) => {
      wide.addEventListener('change', changed);
      return () => wide.removeEventListener('change', changed);
    },
    () => wide.matches,
  );
