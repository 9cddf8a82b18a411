/**
 * The courses of the community colleges: manners, reading, families, environment, song, dance, brush and phone.
 * Invented for the demo city; titles have at most 40 code points in either language.
 */
import type { CourseTable } from './courseRow.ts';

/** By programme; see courseRow.ts for the columns. */
export const communityCollegeCourses: CourseTable = {
  p01: [
    ['c001', '市民文明礼仪入门', 'Civic etiquette: first steps', 'adult', 6, 90, 80, false],
    ['c002', '窗口服务与待客礼仪', 'Manners for those who serve the public', 'adult', 8, 90, 80, true],
    ['c003', '小小礼仪员', 'Good manners for schoolchildren', 'school', 6, 45, 80, false],
  ],
  p02: [
    ['c004', '民法典与日常生活', 'The Civil Code in daily life', 'adult', 8, 90, 75, false],
    ['c005', '物业与邻里纠纷调解', 'Settling disputes between neighbours', 'adult', 6, 90, 80, true],
  ],
  p03: [
    ['c006', '社区读书会', 'Neighbourhood reading circle', 'adult', 10, 90, 60, false],
    ['c007', '《论语》选读', 'Readings from the Analects', 'adult', 12, 90, 75, false],
    ['c008', '唐诗三百首赏析', 'Three Hundred Tang Poems', 'olderPeople', 12, 90, 75, false],
    ['c009', '青少年暑期阅读营', 'Summer reading camp', 'school', 8, 90, 80, false],
  ],
  p04: [
    ['c010', '创建学习型家庭', 'Becoming a learning family', 'adult', 6, 90, 70, false],
    ['c011', '家庭理财与消费维权', 'Household money and consumer rights', 'adult', 6, 90, 80, true],
  ],
  p05: [
    ['c012', '陪伴孩子好习惯', 'Helping children form good habits', 'adult', 8, 90, 75, false],
    ['c013', '青春期沟通', 'Talking with teenagers', 'adult', 6, 90, 75, false],
    ['c014', '幼小衔接家长课堂', 'From kindergarten to school', 'adult', 4, 90, 75, false],
  ],
  p06: [
    ['c015', '隔代养育的智慧', 'Wise ways for grandparents', 'olderPeople', 6, 90, 75, false],
    ['c016', '婴幼儿喂养与安全', 'Feeding and safety of infants', 'olderPeople', 6, 90, 80, true],
  ],
  p07: [
    ['c017', '垃圾分类一学就会', 'Waste sorting made easy', 'adult', 4, 60, 75, true],
    ['c018', '厨余堆肥与阳台种植', 'Kitchen compost and balcony growing', 'adult', 6, 90, 75, false],
    ['c019', '绿色生活小达人', 'Young champions of green living', 'school', 4, 45, 80, false],
  ],
  p08: [
    ['c020', '家庭节水妙招', 'Saving water at home', 'adult', 4, 60, 75, false],
    ['c021', '密云水库保水课', 'Guarding the water of Miyun Reservoir', 'adult', 6, 90, 80, true],
  ],
  p09: [
    ['c022', '老年合唱（基础）', 'Choir for older people: basics', 'olderPeople', 16, 90, 75, false],
    ['c023', '老年合唱（提高）', 'Choir for older people: advanced', 'olderPeople', 16, 90, 75, true],
    ['c024', '怀旧金曲歌唱班', 'Singing the songs of our youth', 'olderPeople', 12, 90, 70, false],
  ],
  p10: [
    ['c025', '广场舞', 'Square dancing', 'olderPeople', 16, 60, 70, false],
    ['c026', '民族舞基础', 'Folk dance: basics', 'olderPeople', 16, 90, 75, false],
    ['c027', '形体与模特步', 'Posture and catwalk', 'olderPeople', 12, 90, 75, false],
  ],
  p11: [
    ['c028', '国画花鸟', 'Chinese painting: flowers and birds', 'olderPeople', 16, 120, 75, true],
    ['c029', '国画山水', 'Chinese painting: landscapes', 'olderPeople', 16, 120, 75, true],
    ['c030', '水彩与速写', 'Watercolour and sketching', 'olderPeople', 12, 120, 75, false],
  ],
  p12: [
    ['c031', '楷书入门', 'Regular script: first steps', 'olderPeople', 12, 90, 75, true],
    ['c032', '隶书与《曹全碑》', 'Clerical script: the Cao Quan Stele', 'olderPeople', 12, 90, 75, true],
    ['c033', '硬笔书法', 'Calligraphy with the pen', 'adult', 10, 60, 75, true],
    ['c034', '春联书写', 'Writing Spring Festival couplets', 'adult', 4, 90, 75, false],
  ],
  p13: [
    ['c035', '智能手机入门', 'The smartphone: first steps', 'olderPeople', 8, 90, 75, false],
    ['c036', '微信与视频通话', 'WeChat and video calls', 'olderPeople', 6, 90, 75, false],
    ['c037', '手机挂号与就医', 'Seeing a doctor with the phone', 'olderPeople', 4, 90, 75, false],
    ['c038', '手机支付与出行', 'Paying and travelling with the phone', 'olderPeople', 6, 90, 75, true],
  ],
  p14: [
    ['c039', '生活英语（一）', 'English for daily life 1', 'adult', 16, 90, 75, true],
    ['c040', '生活英语（二）', 'English for daily life 2', 'adult', 16, 90, 75, true],
    ['c041', '老年旅游英语', 'English for older travellers', 'olderPeople', 12, 90, 75, false],
  ],
  p15: [
    ['c042', '新北京人第一课', 'First lesson for new Beijingers', 'newcomer', 4, 90, 75, false],
    ['c043', '居住证、社保与公共服务', 'Permits, insurance, public services', 'newcomer', 4, 90, 75, true],
    ['c044', '随迁子女入学指南', 'Schools for newcomers’ children', 'newcomer', 2, 90, 100, false],
  ],
  p16: [
    ['c045', '二十四式太极拳', 'Tai chi in 24 forms', 'olderPeople', 16, 60, 75, true],
    ['c046', '八段锦', 'The Eight Brocades', 'olderPeople', 8, 60, 75, false],
    ['c047', '慢病管理与膳食', 'Living and eating with long illness', 'olderPeople', 6, 90, 75, false],
  ],
};
