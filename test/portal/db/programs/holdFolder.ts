/** A process that takes the lock of the folder it is told, prints what came of it, and stays until it is ended. */
import { writeSync } from 'node:fs';
import { lockFolder } from '../../../../src/portal/db/folderLock.ts';

const lock = await lockFolder(process.argv[2] ?? '');
writeSync(1, `${lock.kind}\n`);
setInterval(() => {}, 60_000);
