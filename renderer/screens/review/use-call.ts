import { useEffect } from 'react';
import { type RecordingDetail, sidesOpen } from '../../../core/contract/index.ts';
import { useNavigation } from '../../app/navigation.ts';
import { useSettings } from '../../app/settings.ts';
import { host } from '../../host.ts';
import { clock, shortDateTime } from '../../i18n/format.ts';
import { describeToSystem } from './player/media-session.ts';
import { load, seek, unload } from './player/player.ts';
import { usePlayer } from './player/player-store.ts';
import { loadPeaks } from './waveform/wave-store.ts';
import { loadOrder } from './work/order.ts';
import { isDraft, useWork } from './work/work-store.ts';

/** Loads the sound of the call, at the second that led here; plays at once in continuous work. */
export function useCall(recording: RecordingDetail): void {
  const { id, audioUrl, present } = recording;
  const duration = (recording.durationMs ?? 0) / 1000;
  const { channels, agentId, agentName, startedAt } = recording;
  const agentChannel = shownAgentChannel(recording);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another sound is loaded anew, not corrected metadata
  useEffect(() => {
    const { at } = useNavigation.getState();
    // A browser plays only after a gesture; a page just opened by its address stays silent.
    const continuous = useSettings.getState().autoPlayNext && navigator.userActivation.hasBeenActive;
    load({
      recordingId: id,
      url: host.mediaUrl(audioUrl),
      duration,
      channels: channels ?? 1,
      agentChannel,
      at: at ?? 0,
      autoPlay: continuous && present && isDraft(useWork.getState().review),
    });
    return unload;
  }, [id, audioUrl, present]);
  useEffect(() => {
    usePlayer.setState({ agentChannel, channels: channels ?? 1, ...(duration > 0 ? { duration } : {}) });
  }, [agentChannel, channels, duration]);
  useEffect(() => {
    void loadOrder(id).catch(() => undefined);
  }, [id]);
  useEffect(() => {
    const zone = useSettings.getState().timeZone;
    const when = startedAt === null ? clock(duration * 1000) : shortDateTime(startedAt, zone);
    return describeToSystem(when, [agentId, agentName].filter(Boolean).join(' '));
  }, [startedAt, agentId, agentName, duration]);
  // A mark elsewhere may lead to another second of the call that is open already.
  useEffect(
    () =>
      useNavigation.subscribe((now, before) => {
        const opened = now.at !== null && now.query === before.query;
        if (opened && now.recordingId === id && before.recordingId === id) seek(now.at ?? 0);
      }),
    [id],
  );
}

/** While it is open whose channel which is, the lanes stand as most recorders write them, marked as open. */
function shownAgentChannel({ agentChannel, agentChannelFrom }: RecordingDetail): number | null {
  return sidesOpen(agentChannelFrom) ? 0 : agentChannel;
}

/** Loads the peaks as soon as the recording is known: the waveform does not wait for the review. */
export function usePeaks(recording: RecordingDetail | undefined): void {
  const { peaksUrl, status, durationMs } = recording ?? {};
  // biome-ignore lint/correctness/useExhaustiveDependencies: a call that is analysed while it is open gets its peaks then
  useEffect(() => {
    if (peaksUrl === undefined) return;
    const loading = new AbortController();
    void loadPeaks(peaksUrl, (durationMs ?? 0) / 1000, loading.signal);
    return () => loading.abort();
  }, [peaksUrl, durationMs, status]);
}
