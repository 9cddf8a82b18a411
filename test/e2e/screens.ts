/** Every screen by its address and what opens it, for the tests that look at all of them in both languages. */
import type { Page } from 'playwright-core';
import type { Language } from '../../src/i18n/phrase.ts';
import { moreWords } from '../../src/i18n/words/more.ts';
import { rollCallWords } from '../../src/i18n/words/rollCall.ts';
import { todayWords } from '../../src/i18n/words/today.ts';
import { demoFacility } from './staffAtPortal.ts';

export interface Appearance {
  readonly language: Language;
  readonly elder?: boolean;
  readonly theme?: 'system' | 'light' | 'dark';
}

export interface Screen {
  readonly name: string;
  readonly path: string;
  /** What is there once the screen has its data. */
  readonly ready: string;
  /** A sheet that is opened on it. */
  readonly sheet?: (page: Page, language: Language) => Promise<void>;
}

/** What a person without an enrolled device or a sign-in sees. */
export const doors: readonly Screen[] = [
  { name: 'enrol', path: '/enrol', ready: 'form input' },
  { name: 'staff-sign-in', path: '/staff', ready: '.staff-sign-in' },
  { name: 'not-found', path: '/nothing-here', ready: 'h1' },
];

/** What the coordinator of an enrolled tablet sees; found from Today, so that it needs no identities. */
export async function coordinatorScreens(page: Page): Promise<readonly Screen[]> {
  const session = await firstLink(page, '/', 'a[href^="/session/"]');
  const headcount = await firstLink(page, '/', `a[href^="/session/"]:has-text("${todayWords.count.in('zh-CN')}")`);
  const run = await firstLink(page, '/classes', 'a[href^="/classes/"]:not([href$="/new"])');
  const closed = await firstLink(page, run, 'a[href^="/session/"]');
  const learner = await firstLink(page, '/learners', 'a[href^="/learners/"]');
  const course = await firstLink(page, '/catalogue', 'a[href^="/catalogue/"]');
  const tab = (view: string): Screen => ({
    name: `class-${view}`,
    path: `${run}?view=${view}`,
    ready: `.classes-views [aria-current] >> nth=0`,
  });
  return [
    { name: 'today', path: '/', ready: 'a[href^="/session/"]' },
    {
      name: 'today-add',
      path: '/',
      ready: 'a[href^="/session/"]',
      sheet: (on, language) => on.getByRole('button', { name: todayWords.addActivity.in(language) }).click(),
    },
    { name: 'roll-call', path: session, ready: '.w-tile' },
    { name: 'roll-call-details', path: session, ready: '.w-tile', sheet: (on) => press(on, '.w-tile', 'ArrowRight') },
    {
      name: 'roll-call-visitor',
      path: session,
      ready: '.w-tile',
      sheet: (on, language) => on.getByRole('button', { name: rollCallWords.addVisitor.in(language) }).click(),
    },
    { name: 'roll-call-closed', path: closed, ready: '.w-tile' },
    { name: 'roll-call-correction', path: closed, ready: '.w-tile', sheet: (on) => press(on, '.w-tile', 'Enter') },
    { name: 'headcount', path: headcount, ready: '.headcount-big' },
    { name: 'queue', path: '/queue', ready: 'main h2' },
    { name: 'classes', path: '/classes', ready: 'a[href^="/classes/"]:not([href$="/new"])' },
    { name: 'class-form', path: '/classes/new', ready: '.classes-form' },
    ...['sessions', 'learners', 'register', 'numbers'].map(tab),
    { name: 'learners', path: '/learners', ready: 'a[href^="/learners/"]' },
    { name: 'learner', path: learner, ready: 'main h2' },
    { name: 'catalogue', path: '/catalogue', ready: 'main summary' },
    { name: 'course', path: course, ready: 'main h2' },
    { name: 'more', path: '/more', ready: 'main h2' },
  ];
}

/** What signed-in staff see. */
export async function staffScreens(page: Page): Promise<readonly Screen[]> {
  const facility = `/staff/facilities/${demoFacility}`;
  const month = await firstLink(page, facility, `a[href^="${facility}/classes/"]`);
  return [
    { name: 'city', path: '/staff', ready: '.staff-city a[href^="/staff/facilities/"]' },
    { name: 'facilities', path: '/staff/facilities', ready: 'main table a' },
    { name: 'facility', path: facility, ready: `a[href^="${facility}/classes/"]` },
    { name: 'class-month', path: month, ready: 'main table' },
  ];
}

/** Opens a screen and waits for what it shows. */
export async function show(page: Page, origin: string, screen: Screen, language: Language): Promise<void> {
  await page.goto(origin + screen.path);
  await page.locator(screen.ready).first().waitFor();
  if (!screen.sheet) return;
  await screen.sheet(page, language);
  await page.getByRole('dialog').waitFor();
}

/** Sets language, large text and light as a person does: under More. */
export async function choose(page: Page, origin: string, appearance: Appearance): Promise<void> {
  const { language, elder = false, theme = 'light' } = appearance;
  await page.goto(`${origin}/more`);
  await page.getByRole('radio', { name: language === 'en' ? 'English' : '中文', exact: true }).check({ force: true });
  await page.getByRole('radio', { name: moreWords.themes[theme].in(language), exact: true }).check({ force: true });
  await page.getByRole('switch', { name: moreWords.elder.in(language) }).setChecked(elder, { force: true });
  await page.evaluate(settingsKept);
}

/** Runs in the browser: a read behind the write, so that leaving the page at once loses nothing. */
function settingsKept(): Promise<void> {
  return new Promise((resolve, reject) => {
    const opened = indexedDB.open('keyval-store');
    opened.onerror = () => reject(opened.error);
    opened.onsuccess = () => {
      const read = opened.result.transaction('keyval').objectStore('keyval').get('settings');
      read.onsuccess = () => resolve(opened.result.close());
    };
  });
}

async function firstLink(page: Page, path: string, link: string): Promise<string> {
  await page.goto(new URL(path, page.url()).href);
  const found = page.locator(link).first();
  await found.waitFor({ state: 'attached' }); // a course waits in a folded list
  const href = await found.getAttribute('href');
  if (!href) throw new Error(`${path} has no ${link}`);
  return href;
}

const press = (page: Page, where: string, key: string) => page.locator(where).first().press(key);
