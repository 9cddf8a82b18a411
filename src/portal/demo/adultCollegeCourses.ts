/**
 * The courses of the adult colleges in the towns: farm, orchard, homestay, trades, paper cutting, second chances.
 * Invented for the demo city; titles have at most 40 code points in either language.
 */
import type { CourseTable } from './courseRow.ts';

/** By programme; see courseRow.ts for the columns. */
export const adultCollegeCourses: CourseTable = {
  p17: [
    ['c048', '新型职业农民培育', 'Training for the new farmer', 'adult', 12, 120, 80, true],
    ['c049', '农产品质量与品牌', 'Quality and brands of farm produce', 'adult', 6, 120, 80, true],
    ['c050', '家庭农场记账与贷款', 'Books and loans for the family farm', 'adult', 6, 120, 80, true],
  ],
  p18: [
    ['c051', '大桃整形修剪', 'Pruning peach trees', 'adult', 8, 120, 80, true],
    ['c052', '板栗高产栽培', 'Growing chestnuts well', 'adult', 8, 120, 80, true],
    ['c053', '苹果与梨病虫害防治', 'Pests of apple and pear trees', 'adult', 6, 120, 80, true],
  ],
  p19: [
    ['c054', '日光温室蔬菜', 'Vegetables under glass', 'adult', 10, 120, 80, true],
    ['c055', '栗蘑与香菇栽培', 'Growing maitake and shiitake', 'adult', 8, 120, 80, true],
  ],
  p20: [
    ['c056', '乡村民宿管家', 'The homestay keeper', 'adult', 10, 120, 80, true],
    ['c057', '民宿客房与布草', 'Rooms and linen for homestays', 'adult', 6, 120, 80, true],
    ['c058', '农家菜与早餐', 'Farmhouse dishes and breakfasts', 'adult', 6, 120, 80, true],
    ['c059', '长城脚下讲故事', 'Telling the stories of the Great Wall', 'adult', 6, 90, 75, false],
  ],
  p21: [
    ['c060', '农村电商入门', 'Selling farm produce online', 'adult', 8, 120, 80, true],
    ['c061', '直播带货实操', 'Live selling in practice', 'adult', 6, 120, 80, true],
    ['c062', '手机拍好农产品', 'Photographing produce with a phone', 'adult', 4, 120, 75, false],
  ],
  p22: [
    ['c063', '中华蜜蜂养殖', 'Keeping Chinese honey bees', 'adult', 8, 120, 80, true],
    ['c064', '林下中药材', 'Herbs that grow under trees', 'adult', 6, 120, 80, true],
  ],
  p23: [
    ['c065', '养老护理员（初级）', 'Carer of older people: level 1', 'adult', 20, 120, 80, true],
    ['c066', '母婴护理', 'Care of mothers and newborns', 'adult', 16, 120, 80, true],
    ['c067', '家政服务规范', 'Standards of domestic service', 'adult', 8, 120, 80, true],
  ],
  p24: [
    ['c068', '初级电工', 'Electrician: level 1', 'adult', 20, 120, 80, true],
    ['c069', '家用电器维修', 'Repairing household appliances', 'adult', 12, 120, 80, true],
    ['c070', '光伏发电运维', 'Looking after solar panels', 'adult', 8, 120, 80, true],
  ],
  p25: [
    ['c071', '中式面点', 'Chinese dumplings, buns and cakes', 'adult', 10, 120, 80, true],
    ['c072', '北京家常菜', 'Home cooking of Beijing', 'adult', 8, 120, 75, false],
    ['c073', '延庆火勺与节庆食品', 'Yanqing huoshao and festive food', 'adult', 4, 120, 75, false],
  ],
  p26: [
    ['c074', '生态护林员培训', 'Training of forest rangers', 'adult', 6, 120, 80, true],
    ['c075', '森林防火与应急', 'Forest fires: prevent and respond', 'adult', 4, 120, 80, true],
  ],
  p27: [
    ['c076', '剪纸入门', 'Paper cutting: first steps', 'adult', 8, 90, 75, false],
    ['c077', '满族剪纸', 'Manchu paper cutting', 'adult', 8, 90, 75, true],
    ['c078', '校园剪纸', 'Paper cutting for schools', 'school', 8, 45, 80, false],
  ],
  p28: [
    ['c079', '成人高中语文', 'Chinese for the adult diploma', 'adult', 30, 90, undefined, true],
    ['c080', '成人高中数学', 'Mathematics for the adult diploma', 'adult', 30, 90, undefined, true],
    ['c081', '开放大学学前辅导', 'Ready for the Open University', 'adult', 10, 90, 75, false],
  ],
  p29: [
    ['c082', '普通话水平提高', 'Better Mandarin', 'adult', 12, 90, undefined, true],
    ['c083', '演讲与口才', 'Public speaking', 'adult', 8, 90, 75, false],
  ],
};
