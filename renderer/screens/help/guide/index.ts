import { day, hands } from './day.ts';
import type { GuideSection } from './section.ts';
import { machine, when } from './when.ts';

export const guide: readonly GuideSection[] = [day, hands, machine, when];
