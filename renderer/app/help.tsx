import { lazy, Suspense } from 'react';
import { useHelp } from '../screens/help/help-store.ts';

/** Its code comes when it is first asked for. */
const HelpDialog = lazy(() =>
  import('../screens/help/help-dialog.tsx').then(({ HelpDialog }) => ({ default: HelpDialog })),
);

export function Help() {
  const page = useHelp((state) => state.page);
  return (
    page && (
      <Suspense>
        <HelpDialog page={page} />
      </Suspense>
    )
  );
}
