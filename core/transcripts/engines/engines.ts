import { builtEngine } from './built/built-engine.ts';
import type { Engine } from './engine.ts';
import { sherpaEngine } from './sherpa-engine.ts';
import { whisperEngine } from './whisper-engine.ts';

/** Every engine. Loaded in worker processes only. */
export const engines: readonly Engine[] = [whisperEngine, sherpaEngine, builtEngine];
