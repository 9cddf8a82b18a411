/**
 * What every staff screen is handed: the requests, the clock, the stream of live news, who is signed in, and the way to
 * say that the session has ended. Made once by StaffApp; screens touch no platform global instead.
 */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { assert } from '../../domain/kit/assert.ts';
import type { SignedIn } from '../../portal/http/reportTypes.ts';
import type { ToastMessage } from '../../ui/Toast.tsx';
import type { StaffApi } from './api.ts';
import type { OpenStream } from './liveRollCalls.ts';

/** What the staff app needs of its platform. */
export interface StaffServices {
  readonly api: StaffApi;
  readonly openStream: OpenStream;
  readonly nowMs: () => number;
}

export interface Staff extends StaffServices {
  readonly who: SignedIn;
  /** The portal no longer knows the session: show the sign-in, then come back. */
  readonly ended: () => void;
  readonly signOut: () => Promise<void>;
  /** The one short message about what was just done. */
  readonly message: ToastMessage | undefined;
  readonly say: (words: string | undefined) => void;
}

export const StaffContext = createContext<Staff | undefined>(undefined);

export function useStaff(): Staff {
  const staff = useContext(StaffContext);
  assert(staff !== undefined, 'a staff screen outside of the staff app');
  return staff;
}
