/**
 * The one place where keys become commands. Screens register handlers; the newest handler of a command wins.
 * Rules: no command while an input method composes in a text box; in a text box only commands marked for it;
 * a button or radio reached by Tab keeps its own Space and Enter; a dialog takes all keys while it is open.
 */
import { useEffect, useRef } from 'react';
import { create } from 'zustand';
import { chordOf } from './chord.ts';
import { type CommandId, commandIds, commandInfo } from './commands.ts';

type Handler = () => void;

const handlers = new Map<CommandId, Handler[]>();

interface KeySettings {
  letterKeys: boolean;
  /** The user's own keys per command; replaces the built-in ones. */
  bindings: Readonly<Record<string, readonly string[]>>;
}

/** Fed from the settings; `handled` counts registrations so that menus redraw. */
export const useKeySettings = create<KeySettings & { handled: number }>(() => ({
  letterKeys: true,
  bindings: {},
  handled: 0,
}));

/** All keys of a command as they are now, primary first. */
export function keysOf(id: CommandId, settings: KeySettings = useKeySettings.getState()): readonly string[] {
  const own = settings.bindings[id];
  if (own) return own;
  const info = commandInfo[id];
  return settings.letterKeys && info.letters ? [...info.keys, ...info.letters] : info.keys;
}

export function registerHandler(id: CommandId, handler: Handler): () => void {
  const stack = handlers.get(id) ?? [];
  stack.push(handler);
  handlers.set(id, stack);
  useKeySettings.setState(({ handled }) => ({ handled: handled + 1 }));
  return () => {
    stack.splice(stack.indexOf(handler), 1);
    useKeySettings.setState(({ handled }) => ({ handled: handled + 1 }));
  };
}

export const isEnabled = (id: CommandId): boolean => (handlers.get(id)?.length ?? 0) > 0;

/** @returns false when nothing on screen handles it */
export function run(id: CommandId): boolean {
  const handler = handlers.get(id)?.at(-1);
  handler?.();
  return handler !== undefined;
}

/** Binds a command to this component for as long as it is mounted and `enabled`. */
export function useCommand(id: CommandId, handler: Handler, enabled = true): void {
  const latest = useRef(handler);
  latest.current = handler;
  useEffect(() => (enabled ? registerHandler(id, () => latest.current()) : undefined), [id, enabled]);
}

const isEditable = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && !/^(checkbox|radio|button|submit|range|color|file)$/.test(target.type)));

/** An open menu is walked with these. */
const menuKeys = /^(Up|Down|Left|Right|Home|End|Enter|Space|[A-Z0-9])$/;

/** Widgets that use these keys themselves while focused (reached by Tab). */
const ownsKey = (target: EventTarget | null, chord: string): boolean => {
  if (!(target instanceof HTMLElement)) return false;
  const own = target.closest('[data-own-keys]')?.getAttribute('data-own-keys')?.split(' ') ?? [];
  if (own.includes('*') || own.includes(chord)) return true;
  if (target.closest('[role="menu"]') && menuKeys.test(chord)) return true;
  return (
    (chord === 'Space' || chord === 'Enter') &&
    target.closest(
      'button, a[href], summary, select, [role="option"], [role="tab"], [role="checkbox"], [role="switch"], [role="menuitem"]',
    ) !== null
  );
};

export function findCommand(chord: string, inText: boolean): CommandId | null {
  for (const id of commandIds) {
    if (!isEnabled(id) || !keysOf(id).includes(chord)) continue;
    const allowed = commandInfo[id].inText;
    if (inText && allowed !== true && !(allowed ?? []).includes(chord)) continue;
    return id;
  }
  return null;
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented) return;
  const inText = isEditable(event.target);
  // The first keydown of a composition comes before compositionstart: 229 tells it.
  if (inText && (event.isComposing || event.keyCode === 229)) return;
  if (document.querySelector('[aria-modal="true"]')) return;
  const chord = chordOf(event);
  if (chord === null || ownsKey(event.target, chord)) return;
  const id = findCommand(chord, inText);
  if (id === null) return;
  event.preventDefault();
  event.stopPropagation();
  if (!event.repeat || commandInfo[id].repeats) run(id);
}

/** Keys that would throw work away in a browser window. */
function refuseReload(event: KeyboardEvent): void {
  const chord = chordOf(event);
  if (chord === 'F5' || chord === 'Mod+R' || chord === 'Mod+Shift+R') event.preventDefault();
}

export function startDispatcher(target: Window = window): () => void {
  target.addEventListener('keydown', onKeyDown, { capture: true });
  target.addEventListener('keydown', refuseReload);
  return () => {
    target.removeEventListener('keydown', onKeyDown, { capture: true });
    target.removeEventListener('keydown', refuseReload);
  };
}
