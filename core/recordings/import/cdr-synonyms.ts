/** How phone systems head their columns. */
import type { CdrField } from '../../contract/index.ts';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Spellings per meaning, the surest first; compared without case, spaces, punctuation and units in brackets. */
export const synonyms: Record<CdrField, readonly string[]> = {
  file: words(`
    录音文件 录音文件名 录音文件名称 录音名称 录音名 录音 文件名 文件名称 文件 录音地址 录音路径 录音url
    录音链接 recordingfile recordfile recordingfilename recordfilename recording recordingname audiofile
    wavfile filename file recordurl recordingurl filepath recordpath path
    录音档名 录音档 档名 档案名称 录音档案 音频文件 语音文件 录音文件地址 录音下载地址 录音文件路径 recordname
    recfile recfilename audiofilename audiopath audiourl mediafile mediaurl callrecording monitorfilename
    cdrrecordfile recordingpath recordinglink
  `),
  agentId: words(`
    坐席工号 座席工号 客服工号 员工工号 话务员工号 工号 坐席编号 座席编号 坐席id 座席id 坐席账号 坐席号 座席号
    员工编号 话务员 坐席 座席 客服 分机 分机号 分机号码 坐席分机 agentid agentno agentnumber agentcode
    employeeid employeeno staffid staffno operatorid userid agent operator extension ext exten seat
    坐席人员工号 客服编号 客服账号 话务员编号 专员工号 处理人工号 接听工号 坐席代码 登录工号 服务工号 agentlogin
    agentloginid agentext agentextension loginid cno ccagent employeenumber repid csrid
  `),
  agentName: words(`
    坐席姓名 座席姓名 客服姓名 员工姓名 话务员姓名 坐席名称 座席名称 姓名 坐席名 客服人员 接听人 受理人
    agentname employeename staffname operatorname username name fullname
    专员姓名 专员 接听坐席 处理人 服务人员 客户经理 业务员 agentfullname repname csrname
  `),
  team: words(`
    班组 所属班组 坐席班组 班组名称 小组 组别 团队 部门 所属部门 坐席组 座席组 team teamname group groupname
    agentgroup department dept
    业务组 技能小组 团队名称 部门名称 班次组 工作组 teamid workgroup
  `),
  phone: words(`
    客户号码 客户电话 客户手机 客户手机号 客户联系电话 用户号码 用户电话 电话号码 手机号 手机号码 联系电话
    号码 对方号码 来电号码 customernumber customerphone customerno customer phone phonenumber phoneno mobile
    clientnumber remotenumber tel telephone
    顾客号码 顾客电话 客户来电号码 手机 电话 对方电话 clientphone clientno contactnumber contactphone
    remoteparty customermobile externalnumber cdrcustomernumber
  `),
  caller: words(`
    主叫 主叫号码 主叫号 主叫方 caller callernumber callerid callerno calleridnumber callingnumber
    callingparty src source from ani
    主叫电话 呼叫方 来电者 calleridnum callingpartynumber callernum fromnumber sourcenumber clid
    originator
  `),
  callee: words(`
    被叫 被叫号码 被叫号 被叫方 callee calleenumber calleeno callednumber calledparty dst destination
    destinationnumber to dnis dialednumber
    被叫电话 接听号码 calledpartynumber calledno calleenum tonumber dialledno dialed dialled callednum
    originalcalledpartynumber finalcalledpartynumber
  `),
  direction: words(`
    呼叫方向 通话方向 方向 呼叫类型 通话类型 呼入呼出 呼叫方式 来去电 direction calldirection calltype inout
    inboundoutbound
    呼入或呼出 方向类型 通话方式 呼叫类别 录音方向 cdrcalltype callorigin
  `),
  startedAt: words(`
    开始时间 通话开始时间 呼叫开始时间 录音开始时间 起始时间 呼叫时间 通话时间 来电时间 拨打时间 进线时间
    录音时间 接听时间 应答时间 接通时间 时间 日期时间 starttime startedat start startdate startdatetime
    calldate calltime callstarttime callstart begintime begin datetime timestamp recordtime answertime
    connecttime time
    呼叫开始 通话起始时间 起呼时间 呼入时间 呼出时间 振铃开始时间 来话时间 开始日期时间 通话日期时间 通话开始
    startstamp startepoch starttimestamp calldatetime datetimeorigination datetimeconnect initiated createdat
    createtime cdrstarttime callstarted begindate answerstamp answerepoch cdranswertime
  `),
  startedDate: words(`
    日期 通话日期 呼叫日期 录音日期 来电日期 date day
    开始日期 起始日期
  `),
  talkSeconds: words(`
    通话时长 通话秒数 通话时间长度 通话总时长 录音时长 计费时长 时长 持续时间 持续时长 billsec talkseconds
    talktime talkduration talksec talksecs callduration durationseconds durationsec durations duration seconds
    length
    通话秒 接听时长 应答时长 计费秒数 billseconds conversationtime talkingtime callseconds cdrbridgetime
  `),
  ringSeconds: words(`
    振铃时长 响铃时长 振铃秒数 响铃秒数 振铃时间 响铃时间 等待接听时长 ringseconds ringsec ringsecs ringtime
    ringduration ringing ring alertingduration
    振铃秒 等待时长 排队时长 waitsec progresssec
  `),
  hangupBy: words(`
    挂机方 挂断方 挂机人 先挂方 先挂机方 释放方 结束方 拆线方 挂机 挂断 挂机类型 挂断类型 通话结束方 谁先挂机
    hangupby hangupparty hangup hangupside hangupsource releaseparty releasedby releaseby disconnectedby
    disconnectby disconnectparty terminatedby endedby whohangup hangupdirection
    挂断者 挂机者 先挂断方 主动挂断方 挂断来源 siphangupdisposition whodisconnected disconnectside cdrendreason
  `),
  business: words(`
    业务类型 业务 业务分类 业务类别 服务类型 队列 队列名称 技能组 技能组名称 技能 技能队列 呼叫原因 受理类型
    工单类型 queue queuename skill skillgroup skillname business businesstype callreason reason category
    service servicetype campaign
  `),
  satisfaction: words(`
    满意度 满意度评价 满意度结果 评价 评价结果 客户评价 满意度得分 satisfaction csat rating surveyresult
    surveyscore satisfactionscore
    满意程度 客户满意度 评分结果 评价等级
  `),
  answered: words(`
    接听状态 接通状态 接听结果 是否接通 是否接听 通话状态 呼叫状态 呼叫结果 通话结果 应答状态 接续结果 接续状态
    disposition callstatus callresult calldisposition dialstatus answered answerstate callstate cdrstatus status
    hangupcause state
  `),
  callerChannel: words(`channel 主叫通道 callerchannel srcchannel sourcechannel channelname`),
  calleeChannel: words(`dstchannel 被叫通道 calleechannel destinationchannel destchannel bridgechannel`),
  callId: words(`
    通话id 呼叫id 通话流水号 呼叫流水号 话单流水号 话单id 录音id 录音流水号 录音编号 会话id 流水号 唯一标识 uniqueid
    linkedid callid calluuid xmlcdruuid uuid callsid sessionid contactid interactionid conversationid ucid
    cdrmainuniqueid mainuniqueid recordingid recordid callguid guid
  `),
};

/**
 * Words that headers of many systems are put together from (录音文件下载地址, AgentLoginName). They count only where no
 * header is spelt as above, and only a whole header counts.
 */
export const composed: Partial<Record<CdrField, RegExp>> = {
  file: /^(?:通话|呼叫)?录音(?:文件|档案?|音频)?(?:名称?|地址|路径|链接|url|下载地址|下载链接)$|^(?:call)?(?:record(?:ing)?|audio|media|voice)(?:file)?(?:name|path|url|uri|link)$/,
  agentId:
    /^(?:接听|处理|服务|通话|主叫|被叫|所属)?(?:坐席|座席|客服|话务员|业务代表|员工|专员|顾问|人员)(?:人员)?(?:工号|编号|账号|号码|代码|id|号)$|^(?:answering|handling)?(?:agent|operator|employee|staff|user)(?:login|logon)?(?:id|no|num|number|code|ext)$|^answeringlog[io]nid$/,
  agentName:
    /^(?:接听|处理|服务|通话|所属)?(?:坐席|座席|客服|话务员|业务代表|员工|专员|顾问)(?:人员)?(?:姓名|名称|名字|名)$|^(?:接听|处理|服务|所属|归属)(?:坐席|座席|客服|话务员|员工)(?:人员)?$|^(?:agents|users)$|^(?:agent|operator|employee|staff)(?:full|display|login)?name$/,
  team: /^(?:坐席|座席|客服|员工|所属|话务)?(?:班组|小组|团队|部门)(?:名称?)?$/,
  phone:
    /^(?:客户|用户|顾客|会员|来电人?|对方|联系人)(?:的)?(?:联系)?(?:电话|号码|手机|手机号|手机号码|电话号码)$|^(?:customer|client|contact)(?:s)?(?:phone|mobile|tel|telephone)?(?:no|num|number)?$/,
  caller:
    /^(?:主叫|呼叫方)(?:电话)?(?:号码|号)$|^(?:originator|calling|caller|orig|from)(?:dn|ext|extension|number|num|no|phone|party)$/,
  callee:
    /^(?:被叫|接听方)(?:电话)?(?:号码|号)$|^(?:destination|called|dest|to)(?:dn|ext|extension|number|num|no|phone|party)$/,
  startedAt:
    /^(?:通话|呼叫|录音|来电|进线|话单|会话|服务)?(?:开始|起始|发起|创建)(?:日期)?时间$|^(?:local|call|record(?:ing)?|session|conversation|segment|interaction|contact)?(?:start|begin)(?:ed|ing)?(?:date)?(?:time|timestamp|at|stamp)$/,
  talkSeconds: /^(?:实际|有效|人工|总)?(?:通话|录音|接听|会话|计费)(?:总)?(?:时长|秒数|时间长度)$/,
  ringSeconds: /^(?:坐席|客户)?(?:振铃|响铃|震铃)(?:时长|秒数|时间)$/,
  hangupBy: /^(?:主动|最先|先)?(?:挂机|挂断|释放)(?:一?方|人|者|原因方)$/,
};
