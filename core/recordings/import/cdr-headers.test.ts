import { describe, expect, it } from 'vitest';
import { normaliseHeader } from '../../text/header.ts';
import { describeMissing, durationUnit, guessMapping, layoutHash, missingFields } from './cdr-headers.ts';
import { synonyms } from './cdr-synonyms.ts';

const guess = (headers: string[]) =>
  Object.fromEntries(Object.entries(guessMapping(headers)).map(([field, column]) => [field, headers[column!]]));

describe('column meanings', () => {
  it('have no spelling twice, and every spelling in the form it is compared by', () => {
    const all = Object.values(synonyms).flat();
    expect(all.filter((word, index) => all.indexOf(word) !== index)).toEqual([]);
    expect(all.filter((word) => normaliseHeader(word) !== word)).toEqual([]);
  });
  it('are found in a Chinese export', () => {
    expect(
      guess([
        '录音文件',
        '坐席工号',
        '坐席姓名',
        '班组',
        '客户号码',
        '呼叫方向',
        '开始时间',
        '通话时长(秒)',
        '振铃时长',
        '挂机方',
        '业务类型',
        '满意度',
      ]),
    ).toEqual({
      file: '录音文件',
      agentId: '坐席工号',
      agentName: '坐席姓名',
      team: '班组',
      phone: '客户号码',
      direction: '呼叫方向',
      startedAt: '开始时间',
      talkSeconds: '通话时长(秒)',
      ringSeconds: '振铃时长',
      hangupBy: '挂机方',
      business: '业务类型',
      satisfaction: '满意度',
    });
  });
  it.each([
    [
      'a name beside its number',
      ['客服', '客服ID', '呼叫时间'],
      { agentId: '客服ID', agentName: '客服', startedAt: '呼叫时间' },
    ],
    ['only a name, where no number is', ['客服', '呼叫时间'], { agentId: '客服', startedAt: '呼叫时间' }],
    ['业务代表', ['业务代表工号', '业务代表姓名'], { agentId: '业务代表工号', agentName: '业务代表姓名' }],
    ['who took the call', ['处理座席', '座席工号'], { agentId: '座席工号', agentName: '处理座席' }],
    [
      'half of the moment in each column',
      ['Start Date', 'Start Time', 'ANI'],
      { startedDate: 'Start Date', startedAt: 'Start Time', caller: 'ANI' },
    ],
    [
      'extensions by DN',
      ['Originator DN', 'Destination DN', 'Segment Start Time'],
      { caller: 'Originator DN', callee: 'Destination DN', startedAt: 'Segment Start Time' },
    ],
  ])('are found for %s', (_kind, headers, found) => expect(guess(headers)).toEqual(found));
  it('are found in an Asterisk export, talk time being billsec and not the whole duration', () => {
    expect(
      guess(['calldate', 'clid', 'src', 'dst', 'dcontext', 'duration', 'billsec', 'disposition', 'recordingfile']),
    ).toEqual({
      startedAt: 'calldate',
      caller: 'src',
      callee: 'dst',
      talkSeconds: 'billsec',
      answered: 'disposition',
      file: 'recordingfile',
    });
  });
  it('are found whatever case, spaces and punctuation the headers have', () => {
    expect(
      guess(['Agent ID', 'START_TIME', 'Customer-Number', 'Disconnected By', ' Queue ', 'Release Party']),
    ).toMatchObject({
      agentId: 'Agent ID',
      startedAt: 'START_TIME',
      phone: 'Customer-Number',
      hangupBy: 'Release Party',
      business: ' Queue ',
    });
  });
  it.each([
    [
      ['錄音檔案', '座席工號', '客戶電話', '撥打時間', '掛斷方'],
      { file: '錄音檔案', agentId: '座席工號', phone: '客戶電話', hangupBy: '掛斷方' },
    ],
    [
      ['uuid', 'caller_id_number', 'destination_number', 'start_stamp', 'billsec', 'hangup_cause'],
      {
        callId: 'uuid',
        caller: 'caller_id_number',
        callee: 'destination_number',
        startedAt: 'start_stamp',
        answered: 'hangup_cause',
      },
    ],
    [
      ['Call Sid', 'From', 'To', 'Start Time', 'Recording Url', 'Direction'],
      { callId: 'Call Sid', caller: 'From', callee: 'To', file: 'Recording Url' },
    ],
    [
      ['通话录音下载地址', '接听坐席工号', '客户的联系电话', '呼叫发起时间', '人工通话时长'],
      {
        file: '通话录音下载地址',
        agentId: '接听坐席工号',
        phone: '客户的联系电话',
        startedAt: '呼叫发起时间',
        talkSeconds: '人工通话时长',
      },
    ],
    [
      ['AgentLoginName', 'CustomerMobileNo', 'CallStartDateTime', 'RecordingFileName'],
      {
        file: 'RecordingFileName',
        phone: 'CustomerMobileNo',
        startedAt: 'CallStartDateTime',
        agentName: 'AgentLoginName',
      },
    ],
  ])('are found in %j', (headers, found) => expect(guess(headers)).toMatchObject(found));
  it.each([['质检工号说明'], ['备注'], ['客户满意原因'], ['录音质量']])('are not made of %s', (header) =>
    expect(guess([header])).toEqual({}),
  );
  it('take the 工号 before the extension', () => {
    expect(guess(['分机', '工号', '姓名'])).toEqual({ agentId: '工号', agentName: '姓名' });
  });
});

describe('what is needed', () => {
  it.each([
    [['录音文件'], []],
    [['开始时间', '工号'], []],
    [['开始时间', '被叫'], []],
    [['开始时间'], ['file', 'agentId', 'phone']],
    [['工号'], ['file', 'startedAt']],
    [['备注'], ['file', 'startedAt', 'agentId', 'phone']],
  ])('of %j lacks %j', (headers, missing) => expect(missingFields(guessMapping(headers))).toEqual(missing));
  it('is told in both languages', () => {
    expect(describeMissing(['file', 'startedAt', 'agentId', 'phone'], 'zh')).toBe(
      '录音文件（或 开始时间 + 坐席工号或客户号码）',
    );
    expect(describeMissing(['file', 'agentId', 'phone'], 'en')).toBe('file (or service number or phone)');
    expect(describeMissing(['file', 'startedAt'], 'en')).toBe('file (or start time)');
  });
  it('is remembered per layout, whatever the spelling', () => {
    expect(layoutHash(['Agent ID', '时长(秒)'])).toBe(layoutHash(['agent_id', '时长']));
    expect(layoutHash(['a', 'b'])).not.toBe(layoutHash(['b', 'a']));
  });
  it('knows the unit from the header', () => {
    expect([
      durationUnit('时长(毫秒)'),
      durationUnit('duration_ms'),
      durationUnit('通话时长(分钟)'),
      durationUnit('duration'),
    ]).toEqual(['ms', 'ms', 'min', 's']);
  });
});
