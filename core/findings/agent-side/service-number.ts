const digits = '零一二三四五六七八九';

/** Whether a service number is said as the speaker's own: 工号8012, 我是八零幺二号, 8012为您服务. A number alone proves nothing. */
export function writtenNumber(plain: string, agentNo: string): boolean {
  const said = plain
    .replace(/[〇洞]/g, '零')
    .replace(/[幺]/g, '一')
    .replace(/两/g, '二')
    .replace(/[零一二三四五六七八九]/g, (digit) => String(digits.indexOf(digit)))
    .replace(/(?<=\d)[\s,，、-]+(?=\d)/g, '');
  const number = agentNo.replace(/\D/g, '');
  if (number.length < 3) return false;
  return new RegExp(
    `(工号(是|为|:|,)?|我是|我的?号码?是)${number}(?!\\d)|(?<!\\d)${number}号?(坐席|客服)?(为|给)您`,
  ).test(said);
}
