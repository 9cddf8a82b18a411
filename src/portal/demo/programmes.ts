/**
 * The 44 programmes of the demo city: what its offices and associations offer as a whole. Invented for the
 * demonstration on the pattern of the real city's themes; owners are real departments by their function only.
 */
import type { Network } from '../../domain/records/facility.ts';
import type { Theme } from '../../domain/records/programme.ts';

export interface DemoProgramme {
  /** `p01` … `p44`. */
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly network: Network;
  readonly theme: Theme;
  readonly ownerZh: string;
  readonly ownerEn: string;
}

const owners = {
  education: ['市教育委员会', 'Municipal Education Commission'],
  civility: ['首都精神文明建设委员会办公室', 'Capital Civic Enhancement Office'],
  justice: ['市司法局', 'Municipal Bureau of Justice'],
  publicity: ['市委宣传部', 'Municipal Publicity Department'],
  women: ['市妇女联合会', 'Municipal Women’s Federation'],
  cityManagement: ['市城市管理委员会', 'Municipal Commission of City Management'],
  water: ['市水务局', 'Municipal Water Authority'],
  olderPeople: ['市老龄工作委员会办公室', 'Municipal Office on Ageing'],
  foreignAffairs: ['市人民政府外事办公室', 'Municipal Foreign Affairs Office'],
  employment: ['市人力资源和社会保障局', 'Municipal Bureau of Human Resources'],
  sport: ['市体育局', 'Municipal Bureau of Sport'],
  farming: ['市农业农村局', 'Municipal Bureau of Agriculture'],
  tourism: ['市文化和旅游局', 'Municipal Bureau of Culture and Tourism'],
  civilAffairs: ['市民政局', 'Municipal Bureau of Civil Affairs'],
  forestry: ['市园林绿化局', 'Municipal Forestry and Parks Bureau'],
  tradeUnions: ['市总工会', 'Municipal Federation of Trade Unions'],
  emergency: ['市应急管理局', 'Municipal Emergency Management Bureau'],
  industry: ['市经济和信息化局', 'Municipal Bureau of Industry and IT'],
  transport: ['市交通委员会', 'Municipal Commission of Transport'],
  police: ['市公安局', 'Municipal Public Security Bureau'],
  artists: ['市文学艺术界联合会', 'Municipal Federation of the Arts'],
  disability: ['市残疾人联合会', 'Municipal Disabled Persons’ Federation'],
  redCross: ['市红十字会', 'Municipal Red Cross'],
  volunteers: ['市志愿服务联合会', 'Municipal Federation of Volunteers'],
} as const satisfies Readonly<Record<string, readonly [zh: string, en: string]>>;

type Line = readonly [id: string, zh: string, en: string, theme: Theme, owner: keyof typeof owners];

const lines: Readonly<Record<Network, readonly Line[]>> = {
  communityCollege: [
    ['p01', '市民文明礼仪', 'Civic manners and etiquette', 'civic', 'civility'],
    ['p02', '法律进社区', 'Law in the neighbourhood', 'civic', 'justice'],
    ['p03', '书香北京·全民阅读', 'Beijing reads', 'reading', 'publicity'],
    ['p04', '学习型家庭', 'Learning families', 'family', 'women'],
    ['p05', '家庭教育指导', 'Guidance for parents', 'family', 'women'],
    ['p06', '隔代养育', 'Grandparents who raise children', 'family', 'olderPeople'],
    ['p07', '垃圾分类我先行', 'Waste sorting begins with me', 'environment', 'cityManagement'],
    ['p08', '节水护水行动', 'Saving and guarding water', 'environment', 'water'],
    ['p09', '老年合唱与声乐', 'Singing for older people', 'olderPeople', 'olderPeople'],
    ['p10', '老年舞蹈与形体', 'Dancing for older people', 'olderPeople', 'olderPeople'],
    ['p11', '老年绘画', 'Painting for older people', 'olderPeople', 'olderPeople'],
    ['p12', '书法进社区', 'Calligraphy in the neighbourhood', 'culture', 'education'],
    ['p13', '老年人智能手机应用', 'Smartphones for older people', 'digital', 'olderPeople'],
    ['p14', '市民生活英语', 'English for daily life', 'language', 'foreignAffairs'],
    ['p15', '新市民融入', 'Newcomers at home in the city', 'civic', 'employment'],
    ['p16', '太极与养生', 'Tai chi and healthy living', 'health', 'sport'],
  ],
  adultCollege: [
    ['p17', '新型职业农民', 'The new farmer', 'vocational', 'farming'],
    ['p18', '果树栽培与管理', 'Growing fruit trees', 'vocational', 'forestry'],
    ['p19', '设施蔬菜与食用菌', 'Greenhouse vegetables and mushrooms', 'vocational', 'farming'],
    ['p20', '乡村民宿经营', 'Keeping a country homestay', 'vocational', 'tourism'],
    ['p21', '农村电商与直播', 'Selling farm produce online', 'digital', 'farming'],
    ['p22', '养蜂与林下经济', 'Bees and the forest economy', 'vocational', 'forestry'],
    ['p23', '家政与养老护理', 'Domestic service and care', 'vocational', 'civilAffairs'],
    ['p24', '电工与家电维修', 'Electricity and appliances', 'vocational', 'employment'],
    ['p25', '中式烹饪与面点', 'Chinese cooking and pastry', 'vocational', 'employment'],
    ['p26', '生态护林', 'Keeping the forests', 'environment', 'forestry'],
    ['p27', '乡村非遗·剪纸', 'Living heritage: paper cutting', 'culture', 'tourism'],
    ['p28', '成人学历提升', 'A second chance at school', 'vocational', 'education'],
    ['p29', '普通话与沟通表达', 'Mandarin and speaking well', 'language', 'education'],
  ],
  enterprise: [
    ['p30', '班组学习', 'Group learning in the enterprise', 'enterprise', 'tradeUnions'],
    ['p31', '安全生产培训', 'Safety at work', 'enterprise', 'emergency'],
    ['p32', '学习型企业建设', 'Building learning enterprises', 'enterprise', 'tradeUnions'],
    ['p33', '职工数字技能', 'Digital skills for employees', 'digital', 'industry'],
    ['p34', '一线员工技能提升', 'Better skills on the shop floor', 'vocational', 'employment'],
    ['p35', '职工心理与健康', 'Health of mind and body at work', 'health', 'tradeUnions'],
    ['p36', '物流与机场服务', 'Logistics and airport service', 'vocational', 'transport'],
  ],
  thirdSector: [
    ['p37', '防范电信诈骗', 'Against telephone and online fraud', 'civic', 'police'],
    ['p38', '京剧票友社', 'Friends of Beijing opera', 'culture', 'artists'],
    ['p39', '残疾人就业培训', 'Work for people with disabilities', 'vocational', 'disability'],
    ['p40', '急救与健康自护', 'First aid and looking after oneself', 'health', 'redCross'],
    ['p41', '志愿者培训', 'Training of volunteers', 'civic', 'volunteers'],
    ['p42', '传统手工艺', 'Traditional crafts', 'culture', 'artists'],
    ['p43', '银龄影像与人生故事', 'Pictures and stories of a life', 'olderPeople', 'volunteers'],
    ['p44', '亲子绘本与故事会', 'Picture books and story time', 'reading', 'women'],
  ],
};

const programmesOf = (network: Network): readonly DemoProgramme[] =>
  lines[network].map(([id, zh, en, theme, owner]) => {
    const [ownerZh, ownerEn] = owners[owner];
    return { id, zh, en, network, theme, ownerZh, ownerEn };
  });

/** All programmes, in the order of their ids. */
export const programmes: readonly DemoProgramme[] = [
  ...programmesOf('communityCollege'),
  ...programmesOf('adultCollege'),
  ...programmesOf('enterprise'),
  ...programmesOf('thirdSector'),
];
