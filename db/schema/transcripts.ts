/** Transcripts, their sentences, and what people changed in them. */
import type { Generated } from 'kysely';

export interface TranscriptsTable {
  id: string;
  recording_id: string;
  source: 'import' | 'engine';
  engine: string | null;
  model_sha256: string | null;
  source_file: string | null;
  created_at: number;
  timing: Generated<'exact' | 'starts' | 'estimated'>;
  /** Name of the model's file, of an engine's transcript. */
  model_file: Generated<string | null>;
  /** When a person changed it last. */
  edited_at: Generated<number | null>;
  /** 1: the speakers were told apart by their voices only. */
  speakers_estimated: Generated<number>;
  /** How the speakers are known: by labels that name roles, by numbered labels, or by the channel they are heard on. */
  speakers_by: Generated<'labels' | 'numbers' | 'channels'>;
  /** Of speakers by channels: the agent's channel for which they were named. */
  agent_channel: Generated<number | null>;
}
export interface TranscriptSegmentsTable {
  id: Generated<number>;
  transcript_id: string;
  seq: number;
  speaker: 'agent' | 'customer' | 'unknown';
  start_ms: number;
  end_ms: number;
  text: string;
  /** JSON [{text,start,end}] in seconds, or null. */
  words: string | null;
  /** JSON: ids of the originals that a corrected sentence came from; null where it is as it came. */
  origins: Generated<string | null>;
}
/** A sentence as the engine or the file gave it, of those that a person touched. Its id is the sentence's own. */
export interface OriginalSegmentsTable {
  id: number;
  transcript_id: string;
  speaker: 'agent' | 'customer' | 'unknown';
  start_ms: number;
  end_ms: number;
  text: string;
  words: string | null;
  corrected_by: string;
  corrected_at: number;
}
/** What a person did to a transcript, to be undone and redone. */
export interface TranscriptEditsTable {
  id: string;
  transcript_id: string;
  /** From 1; what was undone and then overtaken is gone. */
  number: number;
  kind: string;
  who: string;
  at: number;
  undone: Generated<number>;
  /** JSON: sentences and originals before and after. */
  changes: string;
}
/** A transcript that gave way to another one, whole, with its corrections. */
export interface ReplacedTranscriptsTable {
  id: string;
  recording_id: string;
  replaced_at: number;
  who: string;
  /** JSON: rows of the transcript, its sentences and originals. */
  content: string;
}
