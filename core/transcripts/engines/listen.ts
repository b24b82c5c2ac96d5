/** Transcribes one recording, inside the engine process. */
import { decodeBlocks } from '../../audio/decode.ts';
import { openAudio } from '../../audio/open-audio.ts';
import { pump } from '../../audio/sample-sink.ts';
import { toSimplified } from '../../text/chinese.ts';
import { tidyText } from '../sentence.ts';
import type { Heard, Recogniser } from './engine.ts';
import { type Piece, placeOf, planPieces } from './speech-pieces.ts';
import { createSpeechSink } from './speech-sink.ts';
import type { HeardSentence, TranscribeRequest } from './transcriber.ts';

/**
 * @param tell called after every piece with what was heard in it and the share of the speech that is done
 * @throws DomainError see openAudio; AUDIO_DAMAGED
 */
export async function listen(
  request: Pick<TranscribeRequest, 'path' | 'speech' | 'language'>,
  recogniser: Recogniser,
  tell: (sentences: HeardSentence[], fraction: number) => void,
): Promise<void> {
  const pieces = request.speech.flatMap((spans, channel) => planPieces(channel, spans, recogniser.packing));
  if (pieces.length === 0) return;
  const whole = pieces.reduce((sum, piece) => sum + piece.length, 0);
  let done = 0;
  const sink = createSpeechSink(pieces, async (piece, samples) => {
    const heard = await recogniser.recognise(samples);
    done += piece.length;
    tell(
      heard.flatMap((one) => toSentence(piece, one, request.language)),
      Math.min(1, done / whole),
    );
  });
  const audio = openAudio(request.path);
  try {
    if (!(await pump(decodeBlocks(audio), [sink]))) throw audio.silent;
  } finally {
    audio.close();
  }
}

function toSentence(piece: Piece, { from, to, text, words }: Heard, language: string): HeardSentence[] {
  const simplify = language === 'zh' || language === 'auto' ? toSimplified : (said: string) => said;
  const tidy = tidyText(simplify(text));
  if (tidy === '') return [];
  const placed = words
    ?.filter((word) => word.text.trim() !== '')
    .map((word) => ({ text: simplify(word.text).trim(), ...placeOf(piece, word.start, word.end) }));
  return [
    { channel: piece.channel, ...placeOf(piece, from, to), text: tidy, ...(placed?.length ? { words: placed } : {}) },
  ];
}
