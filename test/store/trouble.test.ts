/** What Dexie and Chromium say when a database fails, told apart. Their words are as Chromium 156 gave them. */
import Dexie from 'dexie';
import { expect, test } from 'vitest';
import { isStoreFailure, troubleOf } from '../../src/store/trouble.ts';

const dexieError = (name: string, inner: Error | null) => Object.assign(new Error(inner?.message), { name, inner });
const domError = (name: string, message: string) => new DOMException(message, name);

test('a full disk is told from Chromium’s quota and from its file system’s own word', () => {
  const quota = domError('QuotaExceededError', 'Encountered full disk while opening backing store.');
  const noSpace = domError(
    'UnknownError',
    'Connection is closing because of: IO error: 000003.log: FILE_ERROR_NO_SPACE',
  );
  for (const inner of [quota, noSpace])
    expect(troubleOf(dexieError('AbortError', dexieError('AbortError', inner)))).toBe('diskFull');
});

test('a database that another window upgraded is closed with no cause; one that will not open has one', () => {
  expect(troubleOf(new Dexie.DatabaseClosedError())).toBe('newerVersionOpen');
  const broken = domError('UnknownError', 'Internal error opening backing store for indexedDB.open.');
  expect(troubleOf(dexieError('DatabaseClosedError', broken))).toBe('diskFailed');
});

test('a failure of the database is told from a mistake of the program', () => {
  expect(isStoreFailure(new Dexie.DatabaseClosedError())).toBe(true);
  expect(isStoreFailure(new Dexie.UnknownError('Internal error'))).toBe(true);
  expect(isStoreFailure(new TypeError('x is undefined'))).toBe(false);
  expect(isStoreFailure(domError('AbortError', 'the request was aborted'))).toBe(false);
});
