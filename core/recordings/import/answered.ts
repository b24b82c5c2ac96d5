/** Whether somebody answered, however the phone system says so. Pure. */
import { toSimplified } from '../../text/chinese.ts';

const no =
  /[未无没不](?:能|人)?(?:接|应|成功)|漏接|放弃|呼损|拒[接绝]|忙|失败|取消|超时|空号|关机|停机|振铃中|no[ _-]?answer|unanswer|not[ _-]?(?:answer|connect)|miss|abandon|busy|fail|cancel|reject|congest|refus|unallocated|unreachable|timeout|^(?:否|n|no|false|0)$/;
const yes =
  /已接|接通|接听|应答|成功|通话|^(?:answer(?:ed)?|connected|completed?|success(?:ful)?|talk(?:ed|ing)?|bridged|是|y|yes|true|1)$/;

/** @returns null where the cell does not say, as `NORMAL_CLEARING` does not */
export function parseAnswered(text: string): boolean | null {
  const said = toSimplified(text.normalize('NFKC').trim().toLowerCase());
  return no.test(said) ? false : yes.test(said) ? true : null;
}
