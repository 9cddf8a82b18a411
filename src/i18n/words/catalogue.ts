/** Words of the catalogue of programmes and courses. */
import { phrase, plural } from '../phrase.ts';

export const catalogueWords = {
  catalogue: phrase('课程目录', 'Catalogue'),
  course: phrase('课程', 'Course'),
  search: phrase('查找课程', 'Find a course'),
  searchHint: phrase('课程或项目名称里的几个字', 'Part of a course’s or programme’s name'),
  theme: phrase('主题', 'Theme'),
  network: phrase('学习网络', 'Network'),
  level: phrase('适合人群', 'For whom'),
  all: phrase('全部', 'All'),
  found: phrase(
    (programmes: number, courses: number) => `${programmes} 个项目，${courses} 门课程`,
    (programmes: number, courses: number) =>
      `${plural(programmes, 'programme', 'programmes')}, ${plural(courses, 'course', 'courses')}`,
  ),
  courses: phrase(
    (n: number) => `${n} 门课程`,
    (n: number) => plural(n, 'course', 'courses'),
  ),
  none: phrase('课程目录还没有同步过来', 'The catalogue has not arrived yet'),
  noneHelp: phrase(
    '联网上报一次，目录就会下载到本机，以后不联网也能看。',
    'Connect once and it is kept here; afterwards no network is needed.',
  ),
  toQueue: phrase('去联网', 'Connect'),
  noMatch: phrase('没有这样的课程', 'No such course'),
  noMatchHelp: phrase('换个词，或放宽上面的条件。', 'Try another word, or fewer filters.'),
  clear: phrase('清除条件', 'Clear the filters'),

  programme: phrase('所属项目', 'Programme'),
  owner: phrase('主管部门', 'Owner'),
  length: phrase('学时', 'Length'),
  hours: phrase(
    (hours: string) => `${hours} 小时`,
    (hours: string) => `${hours} hours`,
  ),
  sessions: phrase(
    (n: number) => `${n} 次课`,
    (n: number) => plural(n, 'session', 'sessions'),
  ),
  completion: phrase('结业条件', 'Completion'),
  attendance: phrase(
    (percent: number) => `出勤不少于 ${percent}%`,
    (percent: number) => `at least ${percent}% attendance`,
  ),
  assessment: phrase('通过考核', 'a passed assessment'),
  and: phrase('，并', ' and '),
  noRule: phrase('没有要求', 'Nothing is asked for'),
  topics: phrase('每次课的内容', 'Lesson by lesson'),
  noTopics: phrase('这门课没有写明每次的内容。', 'This course names no lessons.'),
  classesHere: phrase('本站的班级', 'Classes here'),
  noClassesHere: phrase('本站还没有开过这门课。', 'This course has not been run here yet.'),
  starts: phrase(
    (date: string) => `${date} 开课`,
    (date: string) => `starts ${date}`,
  ),
  status: {
    planned: phrase('未开课', 'Planned'),
    open: phrase('正在上课', 'Running'),
    closed: phrase('已结束', 'Ended'),
  },
  openClass: phrase('用这门课开班', 'Open a class'),
  gone: phrase('没有这门课程', 'This course is not here'),
  goneHelp: phrase(
    '可能已从目录里撤下，或还没有同步过来。',
    'Perhaps withdrawn from the catalogue, or not received yet.',
  ),
};
