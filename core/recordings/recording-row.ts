import type { RecordingView } from '../../db/index.ts';
import type { RecordingDetail, RecordingRow } from '../contract/index.ts';
import { maskPhone } from './mask-phone.ts';
import { remarksIn } from './remarks.ts';

export function toRow(view: RecordingView): RecordingRow {
  return {
    id: view.id,
    file: view.file,
    agentId: view.agentId,
    agentName: view.agentName,
    team: view.team,
    phoneMasked: maskPhone(view.phone),
    direction: view.direction,
    startedAt: view.startedAt,
    businessDate: view.businessDate,
    durationMs: view.durationMs,
    channels: view.channels,
    codec: view.codec,
    sampleRate: view.sampleRate,
    sha256: view.sha256,
    business: view.business,
    hangupBy: view.hangupBy,
    ringSeconds: view.ringSeconds,
    status: view.status,
    hasTranscript: view.hasTranscript === 1,
    remarks: remarksIn(view.remarks, view.hasTranscript === 1),
    findings: {
      fatal: view.openFatal,
      serious: view.openSerious,
      minor: view.openMinor,
      unknown: view.openUnknown,
      mark: view.openMark,
    },
    reviewState: view.reviewState,
    reviewId: view.reviewId,
    score: view.score,
    passed: view.passed === null ? null : view.passed === 1,
  };
}

/** @param present whether the original is where the library last saw it */
export function toDetail(view: RecordingView, present: boolean): RecordingDetail {
  return {
    ...toRow(view),
    path: view.path,
    sizeBytes: view.sizeBytes,
    present,
    importedAt: view.importedAt,
    agentChannel: view.agentChannel,
    agentChannelFrom: view.agentChannelFrom,
    playback: view.playback,
    audioUrl: `recordings/${view.id}/audio`,
    peaksUrl: `recordings/${view.id}/peaks`,
  };
}
