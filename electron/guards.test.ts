import { EventEmitter } from 'node:events';
import type { BrowserWindow, IpcMainEvent, Session, WebContents } from 'electron';
import { expect, it } from 'vitest';
import { guardOne, guardSession, isOwnSender, isReloadKey } from './guards.ts';
import { PAGE_URL } from './own-page.ts';

type Permit = (
  contents: null,
  permission: string,
  decide: (granted: boolean) => void,
  details: { requestingUrl: string },
) => void;
type Check = (contents: null, permission: string, origin: string) => boolean;

function guardedSession() {
  const set: { request?: Permit; check?: Check; device?: () => boolean } = {};
  guardSession({
    setPermissionRequestHandler(handler: unknown) {
      set.request = handler as Permit;
    },
    setPermissionCheckHandler(handler: unknown) {
      set.check = handler as Check;
    },
    setDevicePermissionHandler(handler: unknown) {
      set.device = handler as () => boolean;
    },
  } as unknown as Session);
  const asked = (permission: string, url: string) => {
    let answer: boolean | undefined;
    const decide = (granted: boolean) => {
      answer = granted;
    };
    set.request?.(null, permission, decide, { requestingUrl: url });
    return [answer, set.check?.(null, permission, url)];
  };
  return { asked, device: () => set.device?.() };
}

it.each(['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'fileSystem', 'unknown'])(
  'grants nobody the permission %s',
  (permission) => {
    const { asked, device } = guardedSession();
    expect(asked(permission, PAGE_URL)).toEqual([false, false]);
    expect(device()).toBe(false);
  },
);

it('lets our own page, and only it, copy text', () => {
  const { asked } = guardedSession();
  expect(asked('clipboard-sanitized-write', PAGE_URL)).toEqual([true, true]);
  expect(asked('clipboard-sanitized-write', 'https://evil.example/')).toEqual([false, false]);
});

it('keeps a window on our own page', () => {
  const contents = new EventEmitter() as EventEmitter & {
    setWindowOpenHandler(handler: () => unknown): void;
    opened?: unknown;
  };
  contents.setWindowOpenHandler = (handler) => {
    contents.opened = handler();
  };
  guardOne(contents as unknown as WebContents);
  const prevented = (name: string, url?: string) => {
    let stopped = false;
    const preventDefault = () => {
      stopped = true;
    };
    contents.emit(name, { url, preventDefault });
    return stopped;
  };
  for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
    expect(prevented(name, 'file:///dropped.wav')).toBe(true);
    expect(prevented(name, PAGE_URL)).toBe(false);
  }
  expect(prevented('will-attach-webview')).toBe(true);
  expect(contents.opened).toEqual({ action: 'deny' });
});

it('knows the keys that would reload', () => {
  const key = (name: string, control = false, meta = false) =>
    isReloadKey({ type: 'keyDown', key: name, control, meta });
  expect([key('F5'), key('F5', true), key('r', true), key('R', true), key('r', false, true)]).toEqual(
    Array(5).fill(true),
  );
  expect([key('r'), key('F4'), key('e', true)]).toEqual([false, false, false]);
});

it('answers only the main frame of its own window showing its own page', () => {
  const mainFrame = { url: PAGE_URL };
  const webContents = { mainFrame };
  const window = { webContents, isDestroyed: () => false } as unknown as BrowserWindow;
  const event = (senderFrame: unknown, sender: unknown = webContents) =>
    ({ sender, senderFrame }) as unknown as IpcMainEvent;
  expect(isOwnSender(event(mainFrame), window)).toBe(true);
  expect(isOwnSender(event({ url: PAGE_URL }), window)).toBe(false);
  expect(isOwnSender(event(null), window)).toBe(false);
  expect(isOwnSender(event(mainFrame, { mainFrame }), window)).toBe(false);
  expect(isOwnSender(event(mainFrame), null)).toBe(false);
  mainFrame.url = 'https://evil.example/';
  expect(isOwnSender(event(mainFrame), window)).toBe(false);
});
