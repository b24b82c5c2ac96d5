/** The page's connection to its core as slow or bad ones are. */
import type { Page, WebSocketRoute } from '@playwright/test';

/** From the next connection on, every answer of the core comes this much later. */
export async function delayAnswers(page: Page, ms: number): Promise<void> {
  await page.routeWebSocket(/.*/, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => server.send(message));
    server.onMessage((message) => void setTimeout(() => socket.send(message), ms));
  });
}

/** From the next connection on, answers of the core can be kept back for a while: the page knows nothing new then. */
export async function holdAnswers(page: Page): Promise<{ hold(): void; release(): void }> {
  let kept: (() => void)[] | null = null;
  await page.routeWebSocket(/.*/, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => server.send(message));
    server.onMessage((message) => {
      const pass = () => socket.send(message);
      if (kept) kept.push(pass);
      else pass();
    });
  });
  return {
    hold() {
      kept = [];
    },
    release() {
      for (const pass of kept ?? []) pass();
      kept = null;
    },
  };
}

/** From the next connection on, what the page asks can get lost, until the connection breaks and is made anew. */
export async function loseRequests(page: Page): Promise<{ lose(): void; breakOff(): void }> {
  let losing = false;
  const open = new Set<WebSocketRoute>();
  await page.routeWebSocket(/.*/, (socket) => {
    open.add(socket);
    const server = socket.connectToServer();
    socket.onMessage((message) => {
      if (!losing) server.send(message);
    });
  });
  return {
    lose() {
      losing = true;
    },
    breakOff() {
      losing = false;
      for (const socket of open) void socket.close();
      open.clear();
    },
  };
}
