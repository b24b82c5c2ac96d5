// Writes docs/articles.md from core/findings/articles.ts. Run it after a change of a rule or of the articles.
import { writeFileSync } from 'node:fs';
import { articlesTable } from '../core/findings/articles/articles-table.ts';

writeFileSync(new URL('../docs/articles.md', import.meta.url), articlesTable());
