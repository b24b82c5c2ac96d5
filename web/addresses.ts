import { hostname, networkInterfaces } from 'node:os';

/** Names by which a server bound to `host` may be called, `host:port`; everything else is a rebound name. */
export function knownHosts(host: string, port: number, local: readonly string[] = localAddresses()): string[] {
  const loopback = ['127.0.0.1', 'localhost', '[::1]'];
  const names = isLoopback(host) ? loopback : isWildcard(host) ? [...loopback, ...local] : [bracketed(host)];
  return names.map((name) => `${name}:${port}`);
}

/** The address to show to people. */
export function shownHost(host: string, local: readonly string[] = localAddresses()): string {
  return isWildcard(host) ? (local[0] ?? '127.0.0.1') : bracketed(host);
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

function isWildcard(host: string): boolean {
  return host === '0.0.0.0' || host === '::';
}

function localAddresses(): string[] {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  const outside = addresses.filter((address) => !address.internal && !address.address.startsWith('fe80'));
  const own = hostname().toLowerCase();
  return [
    ...outside.sort((a, b) => a.family.localeCompare(b.family)).map((address) => bracketed(address.address)),
    own,
  ];
}

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
