/** The icon set: 20×20, drawn with 1.5 px strokes in the current colour. */
const paths = {
  review: 'M4 12v-2a6 6 0 0 1 12 0v2M4 11.5h2v4H5a1 1 0 0 1-1-1zM16 11.5h-2v4h1a1 1 0 0 0 1-1z',
  library: 'M3 8.5v3M6 6v8M9 4v12M12 7v6M15 5v10M17.5 9v2',
  filter: 'M3.5 4.5h13L11.5 11v5l-3-1.5V11z',
  trends: 'M4 16.5v-5M8 16.5v-9M12 16.5v-7M16 16.5V4.5',
  reports: 'M5.5 3h6l3.5 3.5V17h-9.5zM11.5 3v3.5H15M7.5 10h5M7.5 13h5',
  clips: 'M6.5 8.2 16 15.5M6.5 11.8 16 4.5M5 9.5A2 2 0 1 0 5 5.5a2 2 0 0 0 0 4zM5 14.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  settings: 'M3 6h7M14 6h3M3 14h3M10 14h7M12 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM8 16a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  search: 'M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM13 13l4 4',
  import: 'M10 13V3.5M6.5 7 10 3.5 13.5 7M4 13v3h12v-3',
  export: 'M10 3.5V13M6.5 9.5 10 13l3.5-3.5M4 13v3h12v-3',
  play: 'M6.5 4.5v11l9-5.5z',
  pause: 'M7 4.5v11M13 4.5v11',
  back: 'M5.5 6.2A6 6 0 1 1 4 10M5.5 2.8v3.4h3.4',
  forward: 'M14.5 6.2A6 6 0 1 0 16 10M14.5 2.8v3.4h-3.4',
  loop: 'M4 9.5V8a2 2 0 0 1 2-2h9M12.5 3.5 15 6l-2.5 2.5M16 10.5V12a2 2 0 0 1-2 2H5M7.5 16.5 5 14l2.5-2.5',
  follow: 'M10 3v3M10 14v3M3 10h3M14 10h3M10 13.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z',
  silence: 'M3 7v6M6 5v10M14 5v10M17 7v6M8.5 10h.01M11.5 10h.01',
  speaker: 'M3.5 8v4H6l3.5 3V5L6 8zM12.5 7.5a3.5 3.5 0 0 1 0 5M14.8 5.2a7 7 0 0 1 0 9.6',
  muted: 'M3.5 8v4H6l3.5 3V5L6 8zM13 8l4 4M17 8l-4 4',
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  close: 'M5 5l10 10M15 5 5 15',
  check: 'M4 10.5l4 4 8-9',
  left: 'M12.5 4 6.5 10l6 6',
  right: 'M7.5 4l6 6-6 6',
  down: 'M5 7.5l5 5 5-5',
  up: 'M5 12.5l5-5 5 5',
  fit: 'M3 10h14M6 7l-3 3 3 3M14 7l3 3-3 3',
  columns: 'M3.5 4.5h13v11h-13zM8 4.5v11M12.5 4.5v11',
  calendar: 'M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v3.5M13 3v3.5',
  comment: 'M3.5 4.5h13v9H9L6 16.5v-3H3.5z',
  phone:
    'M5 3.5h2.5l1.5 3.5-1.8 1.5a9 9 0 0 0 4.3 4.3L13 11l3.5 1.5V15a1.5 1.5 0 0 1-1.6 1.5A12 12 0 0 1 3.5 5.1 1.5 1.5 0 0 1 5 3.5z',
  inbound: 'M15 5l-8 8M7 7v6h6',
  outbound: 'M6 14l8-8M8 6h6v6',
  folder: 'M3 5.5h5l1.5 2H17v8.5H3z',
  lock: 'M5 9h10v7.5H5zM7 9V6.5a3 3 0 0 1 6 0V9',
  disk: 'M4 5.5c0-1.4 2.7-2.5 6-2.5s6 1.1 6 2.5-2.7 2.5-6 2.5-6-1.1-6-2.5zM4 5.5v9C4 15.9 6.7 17 10 17s6-1.1 6-2.5v-9M4 10c0 1.4 2.7 2.5 6 2.5s6-1.1 6-2.5',
  clock: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 6v4l2.5 2',
  edit: 'M4 16l.8-3.2L13.5 4l2.5 2.5-8.8 8.7z',
  trash: 'M4 6h12M8 6V4h4v2M5.5 6l.7 10.5h7.6L14.5 6',
  copy: 'M7 7h9v9.5H7zM4 13V3.5h9',
  table: 'M3.5 4.5h13v11h-13zM3.5 8h13M3.5 12h13M9 4.5v11',
  swap: 'M4 7h11M12 4l3 3-3 3M16 13H5M8 10l-3 3 3 3',
  undo: 'M4 8h8a4 4 0 0 1 0 8H8M4 8l3.5-3.5M4 8l3.5 3.5',
  more: 'M4.5 10h.01M10 10h.01M15.5 10h.01',
  music: 'M7.5 15V5l8-1.5V13M7.5 15a2 2 0 1 1-4 0 2 2 0 0 1 4 0zM15.5 13a2 2 0 1 1-4 0 2 2 0 0 1 4 0z',
  warning: 'M10 3.5 17.5 16.5h-15zM10 8.5v4M10 14.5h.01',
  info: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 9.5v4M10 6.8h.01',
  eye: 'M2.5 10S5 5 10 5s7.5 5 7.5 5-2.5 5-7.5 5-7.5-5-7.5-5zM10 12.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4z',
  help: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM7.8 8a2.2 2.2 0 1 1 3.2 2c-.7.4-1 .8-1 1.5M10 14h.01',
  transcribe: 'M3.5 5.5v3M6.5 3.5v7M9.5 5.5v3M12.5 4.5h4M12.5 8h4M3.5 13.5h13M3.5 16.5h9',
  star: 'M10 3.5l2 4.3 4.7.5-3.5 3.2 1 4.6L10 13.8l-4.2 2.3 1-4.6-3.5-3.2 4.7-.5z',
} as const;

export type IconName = keyof typeof paths;
const solid: ReadonlySet<IconName> = new Set<IconName>(['play']);

export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill={solid.has(name) ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={paths[name]} />
    </svg>
  );
}

/** The product's mark: a circle of sound. */
export function Mark({ size = 20 }: { size?: number }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.8}
      strokeLinecap="round"
    >
      <circle cx="10" cy="10" r="8" />
      <path d="M6 8.6v2.8M8.7 6.4v7.2M11.3 7.4v5.2M14 8.8v2.4" />
    </svg>
  );
}
