/** Chinese call-centre talk from a grammar: the same seed says the same words, whatever machine it runs on. */
export interface SpokenLine {
  speaker: 'agent' | 'customer';
  start: number;
  end: number;
  text: string;
}

/** Numbers from 0 below 1 (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const words: Record<string, readonly string[]> = {
  greeting: ['您好', '您好，很高兴为您服务', '上午好', '下午好', '您好，让您久等了', '感谢您的来电'],
  product:
    '宽带 光猫 路由器 流量包 机顶盒 手机卡 副卡 固话 套餐 会员 电子发票 话费 国际漫游 企业专线 云盘 视频会员 彩铃 积分 优惠券 合约机 家庭网 物联网卡 短信包 亲情号'.split(
      ' ',
    ),
  brand:
    '畅享 飞扬 青春 全家福 随心 乐活 冰激凌 天翼 星卡 尊享 校园 商务 悦享 无忧 极速 金牌 银牌 钻石 经典 惠民'.split(
      ' ',
    ),
  problem:
    '一直掉线 打不开 扣费不对 信号很差 不能上网 被停机了 没有到账 速度太慢 收不到验证码 显示故障 多扣了钱 登录不上 听不清声音 装不上 一闪一闪的 用不了 忽快忽慢 没有短信提醒'.split(
      ' ',
    ),
  action: '查询 办理 取消 变更 开通 报修 投诉 退订 续费 补办 过户 升级 恢复 核对 登记 注销 移机 拆机 挂失 激活'.split(
    ' ',
  ),
  time: '今天 昨天 上周 这个月 上个月 前天 周末 今年 去年年底 刚才 三天前 半个月前 月初 月底 春节期间 中午 晚上八点'.split(
    ' ',
  ),
  place: '朝阳 海淀 浦东 天河 武侯 江汉 雁塔 鼓楼 岳麓 西湖 南山 历下 和平 渝中 青羊 思明 市南 包河 金水 云岩'.split(
    ' ',
  ),
  road: '人民路 建设街 中山大道 解放路 学府路 滨江道 文化巷 长安街 幸福里 新华路 花园街 迎宾大道'.split(' '),
  feeling: '真的很着急 有点不满意 觉得不太合理 很生气 不太明白 想不通 没办法接受 挺麻烦的 还算满意 特别失望'.split(' '),
  filler: ['嗯', '好的', '那个', '就是说', '对对对', '您稍等', '我看一下', '不好意思', '这样的', '行', '', '', '', ''],
  surname: Array.from('王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕'),
  given: Array.from(
    '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅建国志文斌宇浩凯欣怡子轩梓涵雨泽晨曦嘉琪思远若彤',
  ),
  number: Array.from('一二三四五六七八九十'),
  reason: '系统升级 账户欠费 线路检修 设备老化 地址变更 实名未通过 合约到期 优惠结束 机房故障 网络拥堵'.split(' '),
};

const agentLines = [
  '{greeting}，工号{digits}为您服务，请问有什么可以帮您？',
  '{filler}，请问您是要{action}{product}吗？',
  '请您提供一下{product}的登记姓名好吗？',
  '{filler}，我这边帮您{action}一下{brand}{product}，请稍等。',
  '您的{brand}{product}是{time}{action}的，每月{money}元。',
  '{filler}，系统显示是{reason}，所以{problem}。',
  '我已经为您登记，{number}个工作日内会有专人联系您。',
  '{surname}先生，您反映的情况我记录下来了。',
  '{surname}女士，非常抱歉给您带来不便。',
  '师傅会在{time}到{place}区{road}{digits}号上门处理。',
  '这个{product}的优惠活动{time}已经结束了。',
  '请问还有其他可以帮您的吗？',
  '感谢您的来电，再见。',
  '{filler}，建议您先把{product}重启一下再试试。',
  '您可以在手机客户端里{action}，不需要到营业厅。',
  '您的联系人是{surname}{given}{given}对吗？',
];
const customerLines = [
  '{filler}，我的{product}{problem}，{feeling}。',
  '我{time}刚刚{action}过{brand}{product}，怎么又{problem}？',
  '{filler}，你帮我{action}一下{product}。',
  '我叫{surname}{given}{given}，住在{place}区{road}。',
  '为什么{time}扣了我{money}元？',
  '{filler}。',
  '好的，谢谢。',
  '你们上次说{number}天就能处理，到现在还没有人来。',
  '不是，我说的是{brand}{product}，不是{product}。',
  '要是再{problem}我就要{action}了。',
  '{feeling}，能不能给我{action}？',
  '那我应该怎么{action}呢？',
];

/** A rare phrase, one only in the oldest calls, and a pair of words that hardly ever share a sentence. */
export const planted = { rare: '量子加密座机', old: '小灵通', apart: ['青羊', '雁塔'] } as const;

/** @param age 0 = newest call, 1 = oldest */
export function callText(random: () => number, sentences: number, age: number): SpokenLine[] {
  let at = 0.5 + random();
  return Array.from({ length: sentences }, (_, index) => {
    const speaker = index === 0 || random() < 0.55 ? 'agent' : 'customer';
    const start = at;
    const text = sentence(random, speaker, age);
    at += 0.8 + text.length * 0.22;
    const end = at;
    at += random() * 1.5;
    return { speaker, start: round(start), end: round(end), text };
  });
}

function sentence(random: () => number, speaker: SpokenLine['speaker'], age: number): string {
  if (random() < 0.000_02) return `我想咨询${planted.rare}的资费。`;
  if (age > 0.95 && random() < 0.2) return `我的${planted.old}还能用吗？`;
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  return pick(speaker === 'agent' ? agentLines : customerLines).replace(/\{(\w+)\}/g, (_, slot: string) => {
    if (slot === 'digits') return String(Math.floor(1000 + random() * 9000));
    if (slot === 'money') return String(Math.floor(5 + random() * 300));
    return pick(words[slot]!);
  });
}

const round = (seconds: number): number => Math.round(seconds * 1000) / 1000;
