/** What takes the edge off a sentence: courtesy, or help that is offered with it. All on `normalise`d text. */

const courteous =
  /请(?!便)|麻烦(?:您|你)|劳驾|可以|方便|建议|最好|需要|您看|(?:好|行|对|是)(?:吗|吧)|不好意思|抱歉|对不(?:起|住)|(?<!别|不用)谢谢|感谢|理解|辛苦|(?<![跟和与同]我们?)没(?:关系|事儿?(?=$|[,。!]))|不客气|不然的话|如果|要是|的话/;

const helping =
  /(?:帮|给|为|替)(?:您|你|他|咱)(?!们?吗)|我(?:们)?(?:这边|现在|马上|这就|先|再|今天|也|还|会|可以|一起|直接|尽快|立刻)*(?:来|去)?(?:查|问|催|登记|记|转|联系|反馈|核实|核对|安排|处理|跟进|提交|申请|上报|解决|派|打给|盯|看|试|教|念|发|解释|说明)|我(?:来|把|将)|放心|号码是|电话是|发短信|派单|已经(?:登记|反馈|上报|提交|转)|工单/;

/** Help that is refused, denied or mocked: 帮不了您 · 又不是我给你办的 · 凭什么给你退. */
const noHelp =
  /(?:我(?:们|这儿?|这边|这里)?)?(?:帮|查|问|催|登记|转|联系|反馈|反映|处理|解决|办|管|弄|做|看|说)(?:您|你)?不(?:了|上|到|着|动)|(?:不(?:会|能|可能|想|是)|没(?:法|办法|义务|空|人)|凭什么|怎么|又不是|难道|还(?:要|得|想)|谁|早)[^,。!?;]{0,6}(?:帮|给|为|替|查|处理|解决)[^,。!?;]*/g;

export const isCourteous = (turn: string): boolean => courteous.test(turn);

export const offersHelp = (turn: string): boolean => helping.test(turn.replace(noHelp, ''));

export const isSoftened = (turn: string): boolean => isCourteous(turn) || offersHelp(turn);
