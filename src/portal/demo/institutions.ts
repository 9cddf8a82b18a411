/**
 * Where the demo city's colleges, universities for older people and schools stand: 62 facilities beside the learning
 * stations. They take their names from their district or their town (see facilities.ts). 9-digit codes.
 */

/** One community college a district, named after the district. */
export const communityColleges: readonly string[] = [
  '110109001',
  '110111011',
  '110112004',
  '110113002',
  '110114001',
  '110115001',
  '110116002',
  '110117001',
  '110118001',
  '110119002',
];

/** One university for older people a district, named after the district. */
export const olderPeoplesUniversities: readonly string[] = [
  '110109007',
  '110111008',
  '110112003',
  '110113001',
  '110114005',
  '110115003',
  '110116001',
  '110117002',
  '110118002',
  '110119003',
];

/** Branches of these universities, named after their town. */
export const olderPeoplesBranches: readonly string[] = ['110111004', '110114011'];

/** The 26 adult schools of the towns. */
export const adultSchools: readonly string[] = [
  ...['110109101', '110109105', '110109106'],
  ...['110111010', '110111108', '110111111'],
  ...['110112106', '110112117', '110112209'],
  ...['110113006', '110113101', '110113112'],
  ...['110114002', '110114110'],
  ...['110115104', '110115107', '110115108'],
  ...['110116105', '110116107'],
  ...['110117004', '110117006', '110117105'],
  ...['110118102', '110118107'],
  ...['110119101', '110119103'],
];

/** Fourteen schools that open their rooms to the neighbourhood. */
export const openSchools: readonly string[] = [
  ...['110111005', '110111012'],
  ...['110112008', '110112121'],
  ...['110113010', '110113013'],
  ...['110114008', '110114010', '110114011'],
  ...['110115006', '110115007'],
  ...['110117002', '110118002', '110119001'],
];
