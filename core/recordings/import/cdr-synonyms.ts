/** How phone systems head their columns. */
import type { CdrField } from '../../contract/index.ts';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Spellings per meaning, the surest first; compared without case, spaces, punctuation and units in brackets. */
export const synonyms: Record<CdrField, readonly string[]> = {
  file: words(`
    录音文件 录音文件名 录音文件名称 录音名称 录音名 录音 文件名 文件名称 文件 录音地址 录音路径 录音url
    录音链接 recordingfile recordfile recordingfilename recordfilename recording recordingname audiofile
    wavfile filename file recordurl recordingurl filepath recordpath path
  `),
  agentId: words(`
    坐席工号 座席工号 客服工号 员工工号 话务员工号 工号 坐席编号 座席编号 坐席id 座席id 坐席账号 坐席号 座席号
    员工编号 话务员 坐席 座席 客服 分机 分机号 分机号码 坐席分机 agentid agentno agentnumber agentcode
    employeeid employeeno staffid staffno operatorid userid agent operator extension ext exten seat
  `),
  agentName: words(`
    坐席姓名 座席姓名 客服姓名 员工姓名 话务员姓名 坐席名称 座席名称 姓名 坐席名 客服人员 接听人 受理人
    agentname employeename staffname operatorname username name fullname
  `),
  team: words(`
    班组 所属班组 坐席班组 班组名称 小组 组别 团队 部门 所属部门 坐席组 座席组 team teamname group groupname
    agentgroup department dept
  `),
  phone: words(`
    客户号码 客户电话 客户手机 客户手机号 客户联系电话 用户号码 用户电话 电话号码 手机号 手机号码 联系电话
    号码 对方号码 来电号码 customernumber customerphone customerno customer phone phonenumber phoneno mobile
    clientnumber remotenumber tel telephone
  `),
  caller: words(`
    主叫 主叫号码 主叫号 主叫方 caller callernumber callerid callerno calleridnumber callingnumber
    callingparty src source from ani
  `),
  callee: words(`
    被叫 被叫号码 被叫号 被叫方 callee calleenumber calleeno callednumber calledparty dst destination
    destinationnumber to dnis dialednumber
  `),
  direction: words(`
    呼叫方向 通话方向 方向 呼叫类型 通话类型 呼入呼出 呼叫方式 来去电 direction calldirection calltype inout
    inboundoutbound
  `),
  startedAt: words(`
    开始时间 通话开始时间 呼叫开始时间 录音开始时间 起始时间 呼叫时间 通话时间 来电时间 拨打时间 进线时间
    录音时间 接听时间 应答时间 接通时间 时间 日期时间 starttime startedat start startdate startdatetime
    calldate calltime callstarttime callstart begintime begin datetime timestamp recordtime answertime
    connecttime time
  `),
  startedDate: words(`
    日期 通话日期 呼叫日期 录音日期 来电日期 date day
  `),
  talkSeconds: words(`
    通话时长 通话秒数 通话时间长度 通话总时长 录音时长 计费时长 时长 持续时间 持续时长 billsec talkseconds
    talktime talkduration talksec talksecs callduration durationseconds durationsec durations duration seconds
    length
  `),
  ringSeconds: words(`
    振铃时长 响铃时长 振铃秒数 响铃秒数 振铃时间 响铃时间 等待接听时长 ringseconds ringsec ringsecs ringtime
    ringduration ringing ring alertingduration
  `),
  hangupBy: words(`
    挂机方 挂断方 挂机人 先挂方 先挂机方 释放方 结束方 拆线方 挂机 挂断 挂机类型 挂断类型 通话结束方 谁先挂机
    hangupby hangupparty hangup hangupside hangupsource releaseparty releasedby releaseby disconnectedby
    disconnectby disconnectparty terminatedby endedby whohangup hangupdirection
  `),
  business: words(`
    业务类型 业务 业务分类 业务类别 服务类型 队列 队列名称 技能组 技能组名称 技能 技能队列 呼叫原因 受理类型
    工单类型 queue queuename skill skillgroup skillname business businesstype callreason reason category
    service servicetype campaign
  `),
  satisfaction: words(`
    满意度 满意度评价 满意度结果 评价 评价结果 客户评价 满意度得分 satisfaction csat rating surveyresult
    surveyscore satisfactionscore
  `),
};
