import { resolve } from 'node:path';
import { TranscriptFormat } from '../../core/contract/index.ts';
import { DomainError } from '../../core/domain-error.ts';
import { defineCommand, oneOf, single } from '../command.ts';
import { findRecordings } from '../find-recording.ts';
import { shownFile } from '../text.ts';

export const command = defineCommand({
  usage: `transcript ID [--format ${TranscriptFormat.options.join('|')}] [--out DIR]`,
  options: { format: { type: 'string' }, out: { type: 'string' } },
  async run(values, positionals, here) {
    const format = oneOf('--format', values.format, TranscriptFormat.options, here.json ? 'json' : 'txt');
    const client = await here.client();
    const [recording] = await findRecordings(client, [single(positionals, 'ID')]);
    const recordingId = recording!.id;
    // A document is no text for a terminal: it becomes a file where the command was given.
    if (format === 'docx' || values.out !== undefined) {
      const dir = resolve(values.out ?? '.');
      const { path } = await client.transcripts.exportFile({ recordingId, format, language: here.language, dir });
      return here.print({ format, file: path }, () => shownFile(path));
    }
    const transcript = await client.transcripts.get({ recordingId });
    if (!transcript) throw new DomainError('TRANSCRIPT_MISSING', { file: recording!.file });
    const { content } = await client.transcripts.export({ recordingId, format });
    const segments = transcript.segments.map(({ speaker, start, end, text, words }) => {
      return { speaker, start, end, text, ...(words ? { words } : {}) };
    });
    here.print(format === 'json' ? { segments } : { format, content }, () => content.trimEnd());
  },
});
