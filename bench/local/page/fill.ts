/** The page that fills a profile: `?sessions=N`. Leaves the id of the session that was held last. */
import { openDatabase } from '../../../src/store/database.ts';
import { fillStore } from './fillStore.ts';

const db = openDatabase();
const sessions = Number(new URLSearchParams(location.search).get('sessions'));
const measured = fillStore(db, sessions).then((ids) => ids.at(-1));
Object.assign(globalThis, { measured });
