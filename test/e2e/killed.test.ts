/**
 * The browser dies twenty times in the midst of marking, at any moment: every mark that the screen had shown is there
 * afterwards, none is there twice, and the portal receives each change once. What a dying *machine* loses is
 * powerCut.test.ts: a killed browser's writes are safe with the kernel.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { between, chances } from '../../src/portal/demo/chances.ts';
import type { ClassMonth, RecordHistory } from '../../src/portal/http/reportTypes.ts';
import { counts, enrol, printedCode, sessionLink, statuses, todayShown } from './coordinator.ts';
import { type Made, startMarking, statusAfter, sum, survivalOf } from './marking.ts';
import { freePort, type PortalProcess, startPortal } from './portalProcess.ts';
import { demoFacility, facilityAtPortal, type SignedInStaff, signInStaff } from './staffAtPortal.ts';
import { newProfile, removeProfile, startTablet, type Tablet } from './tablet.ts';

const kills = 20;
const marksBeforeKillMax = 60;
/** About as long as one mark takes, so that the kill falls into any part of it. */
const momentMsMax = 30;
const wordOf: { readonly [status: string]: string } = { present: '到', late: '迟到', absent: '缺席' };

const seed = process.env['KILL_SEED'] ?? String(Date.now() % 1_000_000);
const dataDir = mkdtempSync(join(tmpdir(), 'waystation-portal-'));
const profile = newProfile();
let portal: PortalProcess | undefined;
let tablet: Tablet | undefined;

afterEach(async () => {
  await tablet?.kill().catch(() => undefined);
  await portal?.kill();
  removeProfile(profile);
  rmSync(dataDir, { recursive: true, force: true });
});

test(`a browser killed ${kills} times while marking keeps every mark it showed, once (KILL_SEED=${seed})`, async () => {
  const chance = chances(seed);
  portal = await startPortal({ port: await freePort(), dataDir });
  const { port, url } = portal;
  tablet = await startTablet({ url, profile });
  const first = await tablet.open('/');
  await enrol(first, printedCode(portal));
  await sessionLink(first, /^点名/).first().click();
  let made: Made = (await statuses(first)).map(() => 0);
  const path = new URL(first.url()).pathname;
  await tablet.close();
  await portal.stop();

  let marksShown = 0;
  tablet = await startTablet({ url, profile, offline: true });
  let page = await tablet.open(path);
  for (let kill = 1; kill <= kills; kill++) {
    await statuses(page);
    const marking = await startMarking(page, made);
    await marking.untilShown(between(chance, 1, marksBeforeKillMax));
    const momentMs = between(chance, 0, momentMsMax);
    await new Promise((moment) => setTimeout(moment, momentMs)); // the moment of death is what is tested
    await tablet.kill();
    const shown = marking.shown();
    marksShown += sum(shown) - sum(made);

    tablet = await startTablet({ url, profile, offline: true });
    page = await tablet.open(path);
    const survival = await survivalOf(page, shown);
    expect(survival.lost, `after kill ${kill}`).toEqual([]);
    expect(survival.waiting, `one change a mark, after kill ${kill}`).toBe(sum(survival.made));
    made = survival.made;
  }
  await tablet.close();
  console.log(`killed ${kills} times: ${marksShown} marks shown, ${sum(made)} made, none lost (KILL_SEED=${seed})`);

  portal = await startPortal({ port, dataDir });
  tablet = await startTablet({ url, profile });
  const desk = await tablet.open('/');
  await todayShown(desk);
  const staff = await signInStaff(portal);
  const arrived = await facilityAtPortal(staff, ({ taken, pending }) => taken > 0 && pending === 0);
  expect(arrived.taken).toBe(sum(made));
  const register = await tablet.open(path);
  expect(await statuses(register)).toEqual(made.map(statusAfter));
  const line = arrived.sessions[path.split('/').at(-1) ?? ''];
  const counted = await counts(register);
  expect(line).toMatchObject({ present: counted['到'], late: counted['迟到'], absent: counted['缺席'] });
  const histories = await markHistories(staff, line?.class ?? '', line?.session ?? '', line?.date ?? '');
  const expected = made.map((marks) => Array.from({ length: marks }, (_, i) => statusAfter(i + 1)));
  expect(histories.map(String).sort()).toEqual(expected.map(String).sort());
});

/** Of each learner of the class: every status that the portal ever received for this session, oldest first. */
async function markHistories(
  staff: SignedInStaff,
  classId: string,
  session: string,
  date: string,
): Promise<readonly (readonly string[])[]> {
  const month = await staff.get<ClassMonth>(
    `/api/classes/${demoFacility}/${classId}/attendance?month=${date.slice(0, 7)}`,
  );
  const column = month.columns.findIndex((each) => each.session === session);
  const marked = month.rows.filter((row) => row.marks[column] !== null);
  return Promise.all(
    marked.map(async ({ learner }) => {
      const id = encodeURIComponent(`${session}+${learner.id}`);
      const { entries } = await staff.get<RecordHistory>(
        `/api/facilities/${demoFacility}/history?kind=attendance&id=${id}`,
      );
      return entries.filter(({ field }) => field === 'status').map(({ to }) => wordOf[String(to)] ?? String(to));
    }),
  );
}
