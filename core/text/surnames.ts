/** Chinese family names, and how people are addressed by them. */

/** The common ones, and those of two characters; without those that are far more often another word after 我叫. */
const single =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬仇栾隋刁沙荣巫寇桑郎甄丛仲虞敖巩佘查麻苑迟邝谈匡鞠惠荆冀郁胥班储栗燕鄢奚皮冼蔺楼厉伊郜阚花强帅屠练廉禹丰卿狄晋扈晁芮都普郁戈鹿邸阿裘邰赫况哈宾戎居檀衣幸尧';
const double = '欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|端木|南宫|长孙|宇文|闻人|轩辕';
export const surname = `(?:${double}|[${single}])`;

/** Said to anybody, or with any name. */
export const plainTitle = '先生|女士|小姐|太太';
/** Said with a name; alone they may mean somebody else. */
export const nameTitle = '总|老师|经理|主任|医生|大夫|师傅|教授|律师|阿姨|叔叔|大姐|大哥|姐|哥|老板|同学|工';
