/**
 * What a person needs to get in, printed once the portal listens: where it is, the administrator of a first start, and
 * in the demo city a facility's enrolment code.
 */
import type { Portal } from '../portal.ts';

export async function welcome(_portal: Portal): Promise<(url: string) => string> {
  return (url) => `学习驿站 Waystation: ${url}`;
}
