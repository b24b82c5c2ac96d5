/** The one owner of the audio element. Everything that plays goes through these functions. */
import type { Party, Span } from '../../../../core/contract/index.ts';
import { saveSettings, useSettings } from '../../../app/settings.ts';
import type { Lane } from './lane-gains.ts';
import { createLaneMixer, type LaneMixer } from './lane-mixer.ts';
import { initialPlayer, isSeparated, usePlayer } from './player-store.ts';
import { skipSpans } from './silence.ts';
import { contains, union } from './spans.ts';

export const RATE_STEP = 0.25;
export const RATE_RANGE = [0.5, 3] as const;
const lanes: readonly Lane[] = ['both', 'agent', 'customer'];

const audio = new Audio();
audio.preload = 'auto';
// The desktop serves media from another origin: without this the mixer would be given silence.
audio.crossOrigin = 'anonymous';
let mixer: LaneMixer | null = null;
let frame = 0;
/** Where the stretch that is being heard was last seen; null across a jump. */
let heardTo: number | null = null;
let unsent: Span[] = [];
/** Place of the last pause; resuming from there steps back a little. */
let pausedAt: number | null = null;
let lastRate = 1.5;

const state = usePlayer.getState;
const set = usePlayer.setState;

interface Playable {
  recordingId: string;
  url: string;
  /** Seconds. */
  duration: number;
  channels: number;
  agentChannel: number | null;
  /** Second to begin at. */
  at: number;
  autoPlay: boolean;
}

export function load({ recordingId, url, duration, channels, agentChannel, at, autoPlay }: Playable): void {
  const { playbackRate, skipSilence } = useSettings.getState();
  audio.pause();
  heardTo = null;
  pausedAt = null;
  unsent = [];
  set({
    ...initialPlayer,
    recordingId,
    duration,
    channels,
    agentChannel,
    time: at,
    rate: playbackRate,
    skipSilence,
    following: state().following,
    // The peaks may have come before the sound.
    quiet: state().quiet,
  });
  audio.src = url;
  audio.defaultPlaybackRate = playbackRate;
  audio.playbackRate = playbackRate;
  audio.preservesPitch = true;
  if (at > 0) audio.currentTime = at;
  mixer?.set('both', initialPlayer.muted, agentChannel ?? 0);
  if (autoPlay) play();
}

/** The screen is left: nothing plays on without being seen. */
export function unload(): void {
  audio.pause();
  audio.removeAttribute('src');
  audio.load();
  set(initialPlayer);
}

export function play(): void {
  if (state().playing || state().failed) return;
  const rewind = useSettings.getState().rewindOnResume;
  if (pausedAt !== null && Math.abs(audio.currentTime - pausedAt) < 0.05) seek(Math.max(0, pausedAt - rewind));
  else if (audio.ended) seek(0);
  pausedAt = null;
  // A refusal (no gesture yet, or a pause right after) leaves the player as it is: paused.
  audio.play().catch(() => undefined);
}

export function pause(): void {
  if (audio.paused) return;
  pausedAt = audio.currentTime;
  audio.pause();
}

export const togglePlay = (): void => (state().playing ? pause() : play());

export function seek(time: number): void {
  const to = Math.min(Math.max(0, time), state().duration);
  heardTo = null;
  audio.currentTime = to;
  set({ time: to });
}

export const seekBy = (seconds: number): void => seek(state().time + seconds);

export function setRate(rate: number): void {
  const next = Math.min(RATE_RANGE[1], Math.max(RATE_RANGE[0], Math.round(rate / RATE_STEP) * RATE_STEP));
  audio.playbackRate = next;
  audio.defaultPlaybackRate = next;
  set({ rate: next });
  void saveSettings({ playbackRate: next });
}

/** Between normal speed and the one used before. */
export function toggleRate(): void {
  const { rate } = state();
  if (rate !== 1) lastRate = rate;
  setRate(rate === 1 ? lastRate : 1);
}

export function setLane(lane: Lane): void {
  if (!isSeparated(state())) return;
  set({ lane });
  applyLanes();
}

export const nextLane = (): void => setLane(lanes[(lanes.indexOf(state().lane) + 1) % lanes.length]!);

export function toggleMute(party: Party): void {
  if (!isSeparated(state())) return;
  const { muted } = state();
  set({ muted: { ...muted, [party]: !muted[party] } });
  applyLanes();
}

function applyLanes(): void {
  const { lane, muted, agentChannel } = state();
  mixer ??= createLaneMixer(audio);
  mixer.set(lane, muted, agentChannel ?? 0);
}

export function toggleSkipSilence(): void {
  const skipSilence = !state().skipSilence;
  set({ skipSilence });
  void saveSettings({ skipSilence });
}

export const setQuiet = (quiet: readonly Span[] | null): void => set({ quiet });
export const setChecking = (checking: readonly Span[]): void => set({ checking });
export const setFollowing = (following: boolean): void => set({ following });

/** Never moves the playhead and never starts a loop by itself. */
export function select(selection: Span | null): void {
  set(selection && selection.end > selection.start ? { selection } : { selection: null, loop: false });
}

/** Sets one end of the selection to a time; the other end stays when it still can. */
export function selectEdge(edge: 'start' | 'end', time: number): void {
  const { selection, duration } = state();
  const { start, end } = selection ?? { start: edge === 'end' ? 0 : time, end: edge === 'start' ? duration : time };
  if (edge === 'start') select({ start: time, end: end > time ? end : duration });
  else select({ start: start < time ? start : 0, end: time });
}

/** Loops the selection, or `fallback` (the sentence under the playhead) when there is none. */
export function toggleLoop(fallback: Span | null): void {
  const { loop, selection } = state();
  const span = selection ?? fallback;
  if (loop) set({ loop: false });
  else if (span) set({ loop: true, selection: span });
}

/** Heard spans that were not handed out yet. */
export function takeHeard(): Span[] {
  const spans = union(unsent);
  unsent = [];
  return spans;
}

function tick(): void {
  const time = audio.currentTime;
  hear(time);
  const { loop, selection, duration } = state();
  set({ time: Math.min(time, duration) });
  if (loop && selection && time >= selection.end) seek(selection.start);
  else skipPause(time);
}

function hear(time: number): void {
  if (heardTo !== null && time > heardTo) {
    const span = { start: heardTo, end: time };
    unsent = union([...unsent, span]);
    set({ heard: union([...state().heard, span]) });
  }
  heardTo = audio.seeking ? null : time;
}

function skipPause(time: number): void {
  const { skipSilence, quiet, checking } = state();
  if (!skipSilence || !quiet) return;
  const span = skipSpans(quiet, checking).find((candidate) => contains(candidate, time));
  if (span) seek(span.end);
}

function loopFrames(): void {
  tick();
  frame = requestAnimationFrame(loopFrames);
}

audio.addEventListener('play', () => {
  set({ playing: true });
  cancelAnimationFrame(frame);
  frame = requestAnimationFrame(loopFrames);
});
audio.addEventListener('pause', () => {
  cancelAnimationFrame(frame);
  if (!audio.seeking) tick();
  set({ playing: false });
});
audio.addEventListener('seeking', () => {
  heardTo = null;
});
audio.addEventListener('seeked', () => {
  heardTo = audio.currentTime;
});
// Frames stop while the window is hidden; sound does not.
audio.addEventListener('timeupdate', () => {
  if (!audio.paused && document.hidden) tick();
});
audio.addEventListener('loadedmetadata', () => {
  const measured = audio.duration;
  set({
    ready: true,
    failed: false,
    ...(state().duration === 0 && Number.isFinite(measured) ? { duration: measured } : {}),
  });
});
audio.addEventListener('error', () => {
  if (audio.getAttribute('src')) set({ failed: true, ready: false, playing: false });
});
