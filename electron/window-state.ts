/** Where the window was, and whether that place still exists: pure but for the two file functions. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}
export interface WindowState {
  /** Absent: the system chooses the place. */
  place?: { x: number; y: number };
  width: number;
  height: number;
  maximized: boolean;
}

export const MIN_SIZE = { width: 1280, height: 680 };
const usual: WindowState = { width: 1440, height: 900, maximized: false };
const stored = z.object({
  place: z.object({ x: z.number().int(), y: z.number().int() }).optional(),
  width: z.number().int(),
  height: z.number().int(),
  maximized: z.boolean(),
});
/** So much of the title bar must be on a screen that it can be grasped. */
const GRASP = { width: 120, height: 32 };

export function loadWindowState(file: string): WindowState {
  try {
    return stored.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return usual;
  }
}

export function saveWindowState(file: string, state: WindowState): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(state));
}

/** The state brought onto the screens that are there now. @param screens work areas, without taskbars */
export function fitToScreens(state: WindowState, screens: readonly Box[]): WindowState {
  const { place, maximized } = state;
  const home = place && screens.find((screen) => graspable({ ...place, ...sizeOn(state, screen) }, screen));
  if (home) return { place, ...sizeOn(state, home), maximized };
  const [first] = screens;
  return first ? { ...sizeOn(state, first), maximized } : state;
}

function sizeOn({ width, height }: WindowState, screen: Box): { width: number; height: number } {
  return {
    width: Math.max(MIN_SIZE.width, Math.min(width, screen.width)),
    height: Math.max(MIN_SIZE.height, Math.min(height, screen.height)),
  };
}

function graspable(window: Box, screen: Box): boolean {
  const across = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x);
  const down = screen.y + screen.height - window.y;
  return across >= GRASP.width && window.y >= screen.y && down >= GRASP.height;
}
