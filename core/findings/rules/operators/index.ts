import type { Operator } from '../../../contract/index.ts';
import { customerData } from './customer-data.ts';
import { hold } from './hold.ts';
import { keywords } from './keywords.ts';
import { level } from './level.ts';
import type { OperatorKind } from './operator.ts';
import { overlap } from './overlap.ts';
import { rate } from './rate.ts';
import { record } from './record.ts';
import { regex } from './regex.ts';
import { silence } from './silence.ts';

/** Every operator, by its kind: the compiler misses none. */
export const operators: { readonly [Kind in Operator['kind']]: OperatorKind<Kind> } = {
  keywords,
  regex,
  silence,
  hold,
  rate,
  overlap,
  level,
  record,
  'customer-data': customerData,
};

/** The kind of an operator, for what does not depend on which one it is. */
export const kindOf = (operator: Operator) => operators[operator.kind] as OperatorKind<Operator['kind']>;
