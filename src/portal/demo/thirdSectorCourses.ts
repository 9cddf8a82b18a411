/**
 * The courses of associations and volunteers: fraud, opera, jobs, first aid, crafts, stories.
 * Invented for the demo city; titles have at most 40 code points in either language.
 */
import type { CourseTable } from './courseRow.ts';

/** By programme; see courseRow.ts for the columns. */
export const thirdSectorCourses: CourseTable = {
  p37: [
    ['c100', '识破电信诈骗', 'Seeing through telephone fraud', 'olderPeople', 4, 60, 75, true],
    ['c101', '守住养老钱', 'Keeping your savings safe', 'olderPeople', 4, 60, 75, false],
    ['c102', '反诈志愿宣讲员', 'Volunteers against fraud', 'adult', 4, 90, 80, true],
  ],
  p38: [
    ['c103', '京剧入门与欣赏', 'Beijing opera: listen and enjoy', 'adult', 8, 90, 75, false],
    ['c104', '老生唱段', 'Arias of the old gentleman', 'olderPeople', 12, 90, 75, true],
    ['c105', '京剧进校园', 'Beijing opera for schools', 'school', 8, 45, 80, false],
  ],
  p39: [
    ['c106', '残疾人云客服', 'Online customer service from home', 'disadvantaged', 12, 90, 75, true],
    ['c107', '手工制作与居家就业', 'Handicraft as work from home', 'disadvantaged', 12, 90, 75, true],
    ['c108', '求职与面试', 'Finding a job, passing the interview', 'disadvantaged', 4, 90, 75, false],
    ['c109', '生活手语', 'Sign language for daily life', 'disadvantaged', 12, 60, 75, false],
  ],
  p40: [
    ['c110', '心肺复苏与自动除颤器', 'CPR and the defibrillator', 'adult', 2, 120, 100, true],
    ['c111', '家庭急救', 'First aid at home', 'adult', 4, 90, 80, true],
    ['c112', '老年跌倒预防', 'Preventing falls', 'olderPeople', 6, 60, 75, false],
  ],
  p41: [
    ['c113', '社区志愿者上岗', 'Starting as a volunteer', 'adult', 4, 90, 80, false],
    ['c114', '银龄助教', 'Older people as assistant teachers', 'olderPeople', 6, 90, 80, true],
  ],
  p42: [
    ['c115', '面塑', 'Dough figures', 'adult', 8, 90, 75, false],
    ['c116', '风筝扎制', 'Making kites', 'adult', 6, 120, 75, false],
    ['c117', '景泰蓝掐丝画', 'Cloisonné wire pictures', 'olderPeople', 10, 120, 75, true],
  ],
  p43: [
    ['c118', '手机摄影', 'Photography with the phone', 'olderPeople', 8, 90, 75, false],
    ['c119', '人生故事写作', 'Writing the story of your life', 'olderPeople', 10, 90, 70, false],
    ['c120', '短视频剪辑', 'Cutting short videos', 'olderPeople', 6, 90, 75, true],
  ],
  p44: [
    ['c121', '亲子绘本时光', 'Picture books for parent and child', 'preschool', 8, 45, 75, false],
    ['c122', '故事妈妈培训', 'Training story mothers', 'adult', 6, 90, 80, false],
    ['c123', '弟子规诵读', 'Reciting the Rules for Students', 'preschool', 8, 45, 75, false],
  ],
};
