/**
 * What the browser may do to the store: evict it, refuse to keep it, run out of room. Asks for persistence, and leaves
 * a mark outside of the evictable storage (a cookie) by which an eviction is seen and said.
 */
export type Persistence = 'granted' | 'refused' | 'unknown';

/** Firefox waits for ever on a prompt that nobody answers: the question is raced. */
const askMsMax = 5_000;

export async function requestPersistence(): Promise<Persistence> {
  if (!navigator.storage?.persist) return 'unknown';
  if (await navigator.storage.persisted()) return 'granted';
  const waited = new Promise<Persistence>((resolve) => setTimeout(() => resolve('unknown'), askMsMax));
  const asked = navigator.storage.persist().then((granted): Persistence => (granted ? 'granted' : 'refused'));
  return Promise.race([asked, waited]);
}

const markName = 'waystation-device';
const markSeconds = 400 * 86_400; // browsers keep no cookie longer

export function leaveEnrolmentMark(device: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: cookieStore is missing in two of our three engines
  document.cookie = `${markName}=${device}; max-age=${markSeconds}; path=/; SameSite=Strict`;
}

/** The device that was enrolled in this browser, though its database may be gone. */
export function enrolmentMark(): string | undefined {
  const entry = document.cookie.split('; ').find((each) => each.startsWith(`${markName}=`));
  return entry?.slice(markName.length + 1) || undefined;
}

const tornName = 'waystation-torn';

/**
 * Remembers, for as long as the browser lets it, that a write was refused and the log behind it may be torn
 * (freshLog.ts). Local storage, because the database is what cannot be written.
 */
export function noteTornLog(isTorn: boolean): void {
  try {
    if (isTorn) localStorage.setItem(tornName, '1');
    else localStorage.removeItem(tornName);
  } catch {
    // full as well, or forbidden: then only this page knows
  }
}

export function isLogTorn(): boolean {
  try {
    return localStorage.getItem(tornName) !== null;
  } catch {
    return false; // forbidden: nothing was noted either
  }
}
