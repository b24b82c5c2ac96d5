import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Template } from '../contract/index.ts';
import { DomainError, fromSystemError } from '../domain-error.ts';
import { templateFaults } from './check-template.ts';

export interface TemplateFile {
  file: string;
  template: Template;
  /** The file's data as JSON with sorted keys: the same data gives the same text, however it was written. */
  content: string;
  sha256: string;
}

/**
 * Every template of a folder (`*.json` beside schema.json), by file name.
 * @throws DomainError TEMPLATE_INVALID naming the file and its first fault
 */
export function readTemplateFiles(dir: string): TemplateFile[] {
  let names: string[];
  try {
    names = readdirSync(dir);
  } catch (error) {
    throw fromSystemError(error, dir);
  }
  return names
    .filter((name) => name.endsWith('.json') && name !== 'schema.json')
    .sort()
    .map((name) => readTemplateFile(dir, name));
}

function readTemplateFile(dir: string, file: string): TemplateFile {
  const invalid = (detail: string) => new DomainError('TEMPLATE_INVALID', { file, detail });
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(join(dir, file), 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) throw invalid(error.message);
    throw fromSystemError(error, join(dir, file));
  }
  // The key by which editors find the JSON schema is no part of the template.
  if (typeof data === 'object' && data !== null && '$schema' in data) delete data.$schema;
  const parsed = Template.safeParse(data);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    throw invalid(`${issue.path.join('.')}: ${issue.message}`);
  }
  const [fault] = templateFaults(parsed.data);
  if (fault) throw invalid(fault);
  const content = JSON.stringify(sorted(data));
  return { file, template: parsed.data, content, sha256: createHash('sha256').update(content).digest('hex') };
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
