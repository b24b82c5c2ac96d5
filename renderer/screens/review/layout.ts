/** How much room the screen has, in its own pixels: the interface's zoom takes part, which media queries do not know. */
import { type RefObject, useEffect } from 'react';
import { create } from 'zustand';
import { useSettings } from '../../app/settings.ts';

interface Layout {
  /** Three columns, tall lanes. */
  wide: boolean;
  /** Everything on the transport, with air. */
  spacious: boolean;
  /** Key caps on more buttons. */
  roomy: boolean;
  /** What can be done without goes. */
  narrow: boolean;
}

const WIDE_WINDOW = 1600;
const SPACIOUS = 1730;
const ROOMY = 1450;
const NARROW = 1292;

export const useLayout = create<Layout>(() => ({ wide: false, spacious: false, roomy: false, narrow: false }));

/** Follows the size of the screen's root element. */
export function useMeasuredLayout(root: RefObject<HTMLElement | null>): void {
  const zoom = useSettings(({ layout }) => (typeof layout.zoom === 'number' ? layout.zoom : 1));
  useEffect(() => {
    const measure = () => {
      const width = root.current?.clientWidth ?? 0;
      useLayout.setState({
        wide: window.innerWidth / zoom >= WIDE_WINDOW,
        spacious: width >= SPACIOUS,
        roomy: width >= ROOMY,
        narrow: width < NARROW,
      });
    };
    const observer = new ResizeObserver(measure);
    observer.observe(root.current!);
    return () => observer.disconnect();
  }, [root, zoom]);
}
