/** Imported before any schema: zod's compiled parsers need eval, which the security policy refuses. */
import { z } from 'zod';

z.config({ jitless: true });
