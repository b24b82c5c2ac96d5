import { TranscriptFormat } from '../../core/contract/index.ts';
import { DomainError } from '../../core/domain-error.ts';
import { defineCommand, oneOf, single } from '../command.ts';
import { findRecordings } from '../find-recording.ts';

export const command = defineCommand({
  usage: 'transcript ID [--format json|srt|vtt|txt]',
  options: { format: { type: 'string' } },
  async run(values, positionals, here) {
    const format = oneOf('--format', values.format, TranscriptFormat.options, here.json ? 'json' : 'txt');
    const client = await here.client();
    const [recording] = await findRecordings(client, [single(positionals, 'ID')]);
    const recordingId = recording!.id;
    const transcript = await client.transcripts.get({ recordingId });
    if (!transcript) throw new DomainError('TRANSCRIPT_MISSING', { file: recording!.file });
    const { content } = await client.transcripts.export({ recordingId, format });
    const segments = transcript.segments.map(({ speaker, start, end, text, words }) => {
      return { speaker, start, end, text, ...(words ? { words } : {}) };
    });
    here.print(format === 'json' ? { segments } : { format, content }, () => content.trimEnd());
  },
});
