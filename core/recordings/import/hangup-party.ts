/** Who ended the call, however the phone system spells it. Pure. */
import type { Direction, Party } from '../../contract/index.ts';
import { toSimplified } from '../../text/chinese.ts';

/** Spellings that name neither party: the equipment, a transfer, or nobody knows. */
const neither = /系统|网络|超时|转接|异常|未知|其他|其它|ivr|system|network|time-?out|transfer|unknown|error|none|n\/a/;
const negated = /非|未|不|没|not\b|\bno\b/;
const agentWords =
  /坐席|座席|坐台|客服|客户服务|话务|接线员|业务员|员工|工号|分机|内线|本端|本方|我方|服务人员|agent|operator|seat|staff|extension|representative|\bcsr\b|\brep\b|\blocal\b/;
const customerWords =
  /客户|用户|顾客|访客|来电人|来电方|对端|对方|外线|customer|client|\buser\b|visitor|guest|\bremote\b/;
// FreeSWITCH speaks of the caller's leg: a BYE received there came from the caller.
const callerWords = /主叫|caller|calling|\bsrc\b|\borigin(?:ator)?\b|^recv bye$/;
const calleeWords = /被叫|callee|called|\bdst\b|\bdestination\b|^send bye$/;

/**
 * @param direction tells whom "caller" and "callee" mean; without it those spellings stay unresolved
 * @returns null when the cell is empty, names the system or both parties, or cannot be understood
 */
export function parseHangupParty(text: string, direction: Direction | null): Party | null {
  const said = plain(text);
  if (said === '' || neither.test(said) || negated.test(said)) return null;
  const agent = agentWords.test(said);
  // 客户服务 is the agent's side although it contains 客户.
  const customer = customerWords.test(said.replaceAll('客户服务', ''));
  if (agent || customer) return agent && customer ? null : agent ? 'agent' : 'customer';
  const caller = callerWords.test(said);
  const callee = calleeWords.test(said);
  if (caller === callee || direction === null) return null;
  return caller === (direction === 'inbound') ? 'customer' : 'agent';
}

/** Whether the cell says something that a person would understand, if only that it was neither party. */
export function isHangupWord(text: string): boolean {
  const said = plain(text);
  const known = [neither, negated, agentWords, customerWords, callerWords, calleeWords];
  return (
    known.some((spelling) => spelling.test(said)) || /^(?:正常|normal|[a-z]+ clearing|bye|cancel|send|recv)/.test(said)
  );
}

const plain = (text: string) => toSimplified(text.normalize('NFKC').trim().toLowerCase().replaceAll('_', ' '));
