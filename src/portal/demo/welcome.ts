/**
 * What a person needs to get in, printed once the portal listens: where it is, the administrator of a first start, and
 * in the demo city an enrolment code of one facility for whoever wants to try as its coordinator.
 */
import { createEnrolmentCode } from '../enrolmentCode.ts';
import type { Portal } from '../portal.ts';
import { ensureAdministrator } from '../staff/administrator.ts';
import { demoFacility } from './demoClasses.ts';
import { seedDemoCity } from './seed.ts';

const demoCodeBy = 'demo';

export async function welcome(portal: Portal): Promise<(url: string) => string> {
  const isDemo = portal.config.demo && (await seedDemoCity(portal)).kind !== 'notEmpty';
  const code = isDemo ? (await createEnrolmentCode(portal, demoFacility, demoCodeBy)).code : undefined;
  const first = await ensureAdministrator(portal);
  return (url) =>
    [
      `学习驿站 Waystation: ${url}`,
      ...(first ? [`门户管理 · staff sign-in: ${url}/staff (${first.login} / ${first.password})`] : []),
      ...(code === undefined
        ? []
        : [`试用协调员 · try as coordinator: ${url}/enrol?code=${code.replace(/ /g, '')} (${code})`]),
    ].join('\n');
}
