import { useEffect } from 'react';
import { useCommand } from '../commands/dispatcher.ts';
import { saveLayout, useSettings } from './settings.ts';

const steps = [0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2];

/** Size of the whole interface, 80–200 %, remembered. */
export function useInterfaceZoom(): void {
  const zoom = useSettings((settings) => (typeof settings.layout.zoom === 'number' ? settings.layout.zoom : 1));
  useEffect(() => {
    document.documentElement.style.zoom = String(zoom);
  }, [zoom]);
  const step = (by: number) => {
    const at = steps.reduce(
      (best, value, index) => (Math.abs(value - zoom) < Math.abs(steps[best]! - zoom) ? index : best),
      0,
    );
    void saveLayout('zoom', steps[Math.min(steps.length - 1, Math.max(0, at + by))]);
  };
  useCommand('view.bigger', () => step(1));
  useCommand('view.smaller', () => step(-1));
  useCommand('view.actual-size', () => void saveLayout('zoom', 1));
}
