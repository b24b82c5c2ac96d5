/**
 * What customers say to an agent who has just been rude or sent them away. No list knows all such words; the customer
 * who heard them does. It is a reason to listen, and no proof.
 */
import type { Evidence } from '../contract/index.ts';
import { type Call, quote } from './call.ts';

export type Offence = 'rude' | 'insulted' | 'pushed-off';

const reactions: Record<Offence, RegExp> = {
  rude: /你(这|那)?(是)?什么(态度|口气|语气|意思)|你(这|那)?(个)?(态度|语气|口气)|(跟|和|对)我(这么|这样|怎么)?(说话|讲话)|(怎么|咋)(能)?(这么|这样)?(说话|讲话)(的|呢|啊|吗)|你(骂|吼|凶|喊|嚷|冲|训|讽刺|嘲笑)(谁|什么|我)|(说话|讲话)(能不能)?(客气|注意|文明|尊重|好听|礼貌)(点|一点|些)?|你会不会(说话|好好)|你再(说|讲)一(遍|次)|这(是|叫)(什么|人)话|(怎么|咋|还)(能)?骂人|嘴巴?(放)?干净|(不|没)尊重(人|我|客户)|阴阳怪气|跟谁(说话|横|俩)|how dare you|don'?t (talk|speak) to me like|that'?s (so |very )?rude|watch your (tone|mouth)/,
  insulted:
    /你(骂|侮辱|嘲笑|羞辱)(谁|什么|我)|(怎么|咋|还|凭什么|竟然)(能)?骂(人|我)|嘴巴?(放)?干净|(人身)?(攻击|侮辱)|you (just )?(insulted|called) me|watch your mouth/,
  'pushed-off':
    /踢皮球|推来推去|互相推|推(卸|脱|诿)|(又|还)(要|让|叫)我(自己)?(再)?(打|找|去|跑)|(到底|究竟)(该|是)?(谁|归谁|哪个部门|找谁)(管|负责)?|(都|也)(说|讲)不(归|是)(你们|他们|我们|自己)?(管|负责)|你们?(就)?不管(我|了)?(吗|是吧|啊)|passing the buck|who is responsible/,
};

/** A customer who answers within this time answers what was just said, seconds. */
const atOnceS = 5;

/** The agent's words and the customer's reaction to them, each place once; empty when nobody took anything amiss. */
export function takenAmiss(call: Call, offence: Offence): Evidence[] {
  const sentences = call.transcript?.sentences ?? [];
  return sentences.flatMap((said, index) => {
    const before = sentences[index - 1];
    if (said.speaker !== 'customer' || before?.speaker !== 'agent' || said.start - before.end > atOnceS) return [];
    return reactions[offence].test(said.plain) ? [quote(call, before), quote(call, said)] : [];
  });
}
