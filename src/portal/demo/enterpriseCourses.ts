/**
 * The courses that enterprises run for their own people: team learning, safety, skills, health.
 * Invented for the demo city; titles have at most 40 code points in either language.
 */
import type { CourseTable } from './courseRow.ts';

/** By programme; see courseRow.ts for the columns. */
export const enterpriseCourses: CourseTable = {
  p30: [
    ['c084', '班组学习组织者', 'Leaders of team learning', 'enterprise', 6, 120, 80, false],
    ['c085', '班前十分钟学习法', 'Ten minutes’ learning before the shift', 'enterprise', 4, 60, 75, false],
  ],
  p31: [
    ['c086', '新员工安全教育', 'Safety for new employees', 'enterprise', 6, 120, 90, true],
    ['c087', '有限空间作业安全', 'Safe work in confined spaces', 'enterprise', 4, 120, 100, true],
    ['c088', '消防与疏散演练', 'Fire safety and evacuation drill', 'enterprise', 2, 120, 100, false],
  ],
  p32: [
    ['c089', '学习型企业自评', 'Self-assessment of learning firms', 'enterprise', 4, 120, 75, false],
    ['c090', '内训师培养', 'Training the in-house trainer', 'enterprise', 8, 120, 80, true],
  ],
  p33: [
    ['c091', '电子表格实务', 'Spreadsheets at work', 'enterprise', 8, 120, 75, true],
    ['c092', '人工智能办公入门', 'AI at the office: first steps', 'enterprise', 6, 120, 75, false],
  ],
  p34: [
    ['c093', '质量管理小组', 'Quality circles', 'enterprise', 6, 120, 80, true],
    ['c094', '数控机床操作', 'Operating CNC machine tools', 'enterprise', 16, 120, 80, true],
    ['c095', '技能等级认定辅导', 'Preparing for the skill grades', 'enterprise', 10, 120, undefined, true],
  ],
  p35: [
    ['c096', '压力与情绪管理', 'Handling stress and feelings', 'enterprise', 6, 90, 75, false],
    ['c097', '颈椎腰椎保健操', 'Exercises for neck and back', 'enterprise', 6, 45, 75, false],
  ],
  p36: [
    ['c098', '机场地面服务', 'Airport ground service', 'enterprise', 12, 120, 80, true],
    ['c099', '仓储与叉车安全', 'Warehouses and forklift safety', 'enterprise', 8, 120, 90, true],
  ],
};
