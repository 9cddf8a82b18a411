// @vitest-environment node
/**
 * Messages as earlier builds sent them, kept for ever in test/fixtures/wire: they must always read as they did. A new
 * wire form gets a new folder beside them; these files are never changed.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isObject } from '../../src/domain/kit/json.ts';
import type { Change } from '../../src/sync/change.ts';
import { decodeChanges, decodeStates } from '../../src/sync/codec.ts';
import { readProblem } from '../../src/sync/problem.ts';
import { chainAfter, readReply, readRequest } from '../../src/sync/protocol.ts';
import { sha256 } from '../fixtures/link.ts';

const file = (name: string) => readFileSync(new URL(`../fixtures/wire/${name}`, import.meta.url), 'utf8');

function expected(name: string): { readonly [member: string]: unknown } {
  const value: unknown = JSON.parse(file(name));
  if (!isObject(value)) throw new Error(name);
  return value;
}

describe('wire form 1', () => {
  test('a batch reads as it did when it was sent', () => {
    const request = readRequest(file('v1/batch.json'));
    if (!request.ok) throw new Error(JSON.stringify(request.problem));
    const { changes, ...header } = request.value;
    expect(header).toEqual(expected('v1/batch.expected.json').request);
    expect(decodeChanges(changes)).toEqual({ ok: true, value: expected('v1/batch.expected.json').changes });
  });

  test('[X4] its changes give the chain that they gave then', async () => {
    const { changes, request, chain } = expected('v1/batch.expected.json');
    const prev = isObject(request) ? String(request.prev) : '';
    expect(await chainAfter(prev, changes as readonly Change[], sha256)).toBe(chain); // the file is our own
  });

  test('a reply reads as it did when it was sent', () => {
    const reply = readReply(file('v1/reply.json'));
    if (!reply.ok) throw new Error(JSON.stringify(reply.problem));
    const { news, refused, ...header } = reply.value;
    const problems = refused.map(({ n, problem }) => ({ n, problem: readProblem(problem) }));
    expect({ ...header, refused: problems }).toEqual(expected('v1/reply.expected.json').reply);
    expect(decodeStates(news)).toEqual({ ok: true, value: expected('v1/reply.expected.json').states });
  });
});

describe('a message that is none is refused', () => {
  test.each(['', '{', 'null', '[]', '"x"', '{}', '<html></html>', '{"v":1}'])('%j', (text) => {
    for (const read of [readRequest, readReply])
      expect(read(text)).toMatchObject({ ok: false, problem: { type: 'malformed' } });
  });

  test.each(['v', 'device', 'first', 'prev', 'sent', 'cursors', 'pending', 'app'])(
    'a batch without %s, or with nonsense there',
    (member) => {
      const { [member]: _, ...rest } = JSON.parse(file('v1/batch.json')) as { [member: string]: unknown };
      for (const broken of [rest, { ...rest, [member]: null }, { ...rest, [member]: true }, { ...rest, [member]: -1 }])
        expect(readRequest(JSON.stringify(broken))).toMatchObject({ ok: false, problem: { type: 'malformed' } });
    },
  );
});
