/** The screen in view. Its code comes in a file of its own, fetched ahead of time while nothing else is to be done. */
import { type ComponentType, useEffect } from 'react';
import { create } from 'zustand';
import type { ScreenId } from './navigation.ts';
import { screens } from './screens.ts';

type Loaded = { component: ComponentType } | { error: unknown };

const useLoaded = create<Partial<Record<ScreenId, Loaded>>>(() => ({}));

/**
 * Without Suspense: React holds back for 300 ms what a lazy component shows after its fallback, and a call shall be
 * on the desk within that time.
 */
export function ScreenView({ id }: { id: ScreenId }) {
  const loaded = useLoaded((state) => state[id]);
  useEffect(() => {
    void load(id);
  }, [id]);
  if (!loaded) return null;
  if ('error' in loaded) throw loaded.error;
  const { component: Screen } = loaded;
  return <Screen />;
}

/** Fetches the code of the workbench while the first screen stands: no call waits for it. */
export function fetchWorkbenchAhead(): () => void {
  const waiting = requestIdleCallback(() => void load('review'));
  return () => cancelIdleCallback(waiting);
}

const loading = new Map<ScreenId, Promise<void>>();

function load(id: ScreenId): Promise<void> {
  const known = loading.get(id);
  if (known) return known;
  const load = screens.find((screen) => screen.id === id)!.load();
  const done = load.then(
    (component) => useLoaded.setState({ [id]: { component } }),
    (error: unknown) => useLoaded.setState({ [id]: { error } }),
  );
  loading.set(id, done);
  return done;
}
