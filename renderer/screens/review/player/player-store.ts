/** What the player is doing, for everything on the screen that shows it. Only player.ts writes here. */
import { create } from 'zustand';
import type { Party, Span } from '../../../../core/contract/index.ts';
import type { Lane } from './lane-gains.ts';

interface PlayerState {
  recordingId: string | null;
  /** The sound can be played. */
  ready: boolean;
  /** It cannot: the file is missing or the browser refuses it. */
  failed: boolean;
  playing: boolean;
  /** Seconds. */
  time: number;
  duration: number;
  rate: number;
  channels: number;
  /** Channel that carries the agent; null when the voices are not separated. */
  agentChannel: number | null;
  lane: Lane;
  muted: Record<Party, boolean>;
  selection: Span | null;
  loop: boolean;
  skipSilence: boolean;
  /** Pauses on all channels, from the peaks. */
  quiet: readonly Span[] | null;
  /** The finding that is being checked: silence in it is not skipped. */
  checking: readonly Span[];
  /** What was listened to since the call was opened. */
  heard: readonly Span[];
  following: boolean;
}

export const initialPlayer: PlayerState = {
  recordingId: null,
  ready: false,
  failed: false,
  playing: false,
  time: 0,
  duration: 0,
  rate: 1,
  channels: 1,
  agentChannel: null,
  lane: 'both',
  muted: { agent: false, customer: false },
  selection: null,
  loop: false,
  skipSilence: false,
  quiet: null,
  checking: [],
  heard: [],
  following: true,
};

export const usePlayer = create<PlayerState>(() => initialPlayer);

/** Two voices on two channels: lanes can be told apart. */
export const isSeparated = ({ channels, agentChannel }: Pick<PlayerState, 'channels' | 'agentChannel'>): boolean =>
  channels >= 2 && agentChannel !== null;
