import { zh } from '../locale-zh.ts';

type About = keyof typeof zh.about;

/** The rule as a key of its description; null for a rule that this screen has no words for. */
export const aboutOf = (id: string): About | null => (id in zh.about ? (id as About) : null);
