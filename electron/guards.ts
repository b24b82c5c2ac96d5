/** What the window may do: nothing but show our own page. Electron grants every request unless told otherwise. */
import type { App, BrowserWindow, Input, IpcMainEvent, IpcMainInvokeEvent, Session, WebContents } from 'electron';
import { isOwnPage } from './own-page.ts';

/** Copying a summary is the one browser permission that the page needs. */
const GRANTED = 'clipboard-sanitized-write';

export function guardSession(
  session: Pick<Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'>,
): void {
  session.setPermissionRequestHandler((_contents, permission, decide, details) => {
    decide(permission === GRANTED && isOwnPage(details.requestingUrl));
  });
  session.setPermissionCheckHandler((_contents, permission, origin) => permission === GRANTED && isOwnPage(origin));
  session.setDevicePermissionHandler(() => false);
}

/** For every web contents that ever comes to be: no navigation away, no new window, no webview. */
export function guardContents(app: Pick<App, 'on'>): void {
  app.on('web-contents-created', (_event, contents) => guardOne(contents));
}

export function guardOne(contents: Pick<WebContents, 'on' | 'setWindowOpenHandler'>): void {
  contents.on('will-navigate', (event) => {
    if (!isOwnPage(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!isOwnPage(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isOwnPage(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** Reloading would drop what has not been saved yet, and these keys lie beside those of daily work. */
export function isReloadKey({ type, key, control, meta }: Pick<Input, 'type' | 'key' | 'control' | 'meta'>): boolean {
  return type === 'keyDown' && (key === 'F5' || ((control || meta) && key.toLowerCase() === 'r'));
}

/** True when a message comes from the main frame of our own window, showing our own page. */
export function isOwnSender(
  event: Pick<IpcMainEvent | IpcMainInvokeEvent, 'sender' | 'senderFrame'>,
  window: BrowserWindow | null,
): boolean {
  const frame = event.senderFrame;
  return (
    window !== null &&
    !window.isDestroyed() &&
    event.sender === window.webContents &&
    frame !== null &&
    frame === window.webContents.mainFrame &&
    isOwnPage(frame.url)
  );
}
