/** Identities that sort by the time of creation. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isIdPart } from '../../../src/domain/kit/record.ts';
import { uuidv7 } from '../../../src/domain/kit/uuid.ts';

const instants = fc.integer({ min: 0, max: 2 ** 48 - 1 });
const randoms = fc.uint8Array({ minLength: 10, maxLength: 10 });

test('a UUIDv7 is laid out as RFC 9562 says (its appendix A.6)', () => {
  // The example's 74 random bits, with anything in the places of version and variant.
  const random = Uint8Array.from([0xfc, 0xc3, 0xd8, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]);
  expect(uuidv7(0x017f22e279b0, random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
});

test('it is an id in its one form, whatever the randomness', () => {
  fc.assert(
    fc.property(instants, randoms, (ms, random) => {
      const id = uuidv7(ms, random);
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(isIdPart(id)).toBe(true);
      expect(Number.parseInt(id.slice(0, 13).replace('-', ''), 16)).toBe(ms);
    }),
  );
});

test('a later one sorts after an earlier one', () => {
  fc.assert(
    fc.property(instants, instants, randoms, randoms, (a, b, random, other) => {
      fc.pre(a < b);
      expect(uuidv7(a, random) < uuidv7(b, other)).toBe(true);
    }),
  );
});
