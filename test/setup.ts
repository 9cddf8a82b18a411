/**
 * What every unit test starts from: an in-memory IndexedDB, and a page that is emptied after each test.
 */
import 'fake-indexeddb/auto';
import { cleanup } from '@testing-library/preact';
import { afterEach } from 'vitest';

afterEach(() => cleanup());
