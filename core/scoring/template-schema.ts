import { z } from 'zod';
import { Template } from '../contract/index.ts';

/** JSON schema of a template file, from the contract's own schema: editors check and complete with it. */
export function templateJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(Template, { io: 'input', target: 'draft-2020-12' });
  return {
    ...schema,
    title: 'Tingjian scoring template',
    properties: { $schema: { type: 'string' }, ...schema.properties },
  };
}
