/** The first screen of a fresh device. The portal is fetch's answer; the keys are plain data (see the fixture). */
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { EnrolScreen } from '../../../src/app/enrol/EnrolScreen.tsx';
import { toast } from '../../../src/app/shell/Page.tsx';
import { language } from '../../../src/app/shell/settings.ts';
import { evictedDevice } from '../../../src/app/shell/storageState.ts';
import { identityOf, sequenceOf } from '../../../src/store/database.ts';
import { enrolmentMark } from '../../../src/store/persistence.ts';
import { facilityId, freshDevice, startMs, unusedKey } from '../../fixtures/enrolledDevice.ts';
import { renderScreen } from '../../fixtures/renderScreen.tsx';

const publicKey = { kty: 'EC', crv: 'P-256', x: 'x', y: 'y' };
const fetched = vi.fn<typeof fetch>();

beforeEach(() => {
  fetched.mockReset();
  vi.stubGlobal('fetch', fetched);
  vi.spyOn(crypto.subtle, 'generateKey').mockResolvedValue({ privateKey: unusedKey, publicKey: unusedKey });
  vi.spyOn(crypto.subtle, 'exportKey').mockImplementation(async () => publicKey as unknown as ArrayBuffer);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  toast.value = undefined;
  evictedDevice.value = undefined;
  language.value = 'zh-CN';
  history.replaceState(null, '', '/');
});

const codeBox = () => screen.getByLabelText<HTMLInputElement>('登记码');
const submit = () => fireEvent.click(screen.getByRole('button', { name: '登记' }));
async function openWith(
  typed?: string,
  pull = vi.fn(async () => ({ kind: 'delivered', sent: 0, received: 9, refused: 0 }) as const),
) {
  const made = await freshDevice({ now: pull });
  renderScreen(made.device, <EnrolScreen />);
  if (typed !== undefined) fireEvent.input(codeBox(), { target: { value: typed } });
  return { ...made, pull };
}
function answers(status: number, body: object) {
  fetched.mockResolvedValue(new Response(JSON.stringify(body), { status }));
}
const welcome = {
  device: '1a',
  facility: { id: facilityId, zh: '长哨营学习驿站', en: 'Changshaoying', district: '110116' },
  at: startMs + 120_000,
};

describe('enrolling', () => {
  test('sends the code, the public key and the name, keeps the identity and pulls for the first time', async () => {
    answers(201, welcome);
    const { db, pull } = await openWith('k7qm 2p9x 4w1');
    expect(codeBox().value).toBe('K7QM 2P9X 4W1');
    fireEvent.input(screen.getByLabelText('设备名称（可不填）'), { target: { value: ' 前台平板 ' } });
    submit();
    await waitFor(() => expect(pull).toHaveBeenCalledTimes(1));
    const [address, request] = fetched.mock.calls[0] ?? [];
    expect(address).toBe('/api/enrol');
    expect(JSON.parse(String(request?.body))).toEqual({ code: 'K7QM2P9X4W1', publicKey, label: '前台平板' });
    expect(await identityOf(db)).toMatchObject({ device: '1a', facility: facilityId, district: '110116' });
    expect((await sequenceOf(db))?.offsetMs).toBe(120_000);
    expect(enrolmentMark()).toBe('1a');
  });

  test('a code in the address is already filled in', async () => {
    history.replaceState(null, '', '/enrol?code=K7QM2P9X4W1');
    await openWith();
    expect(codeBox().value).toBe('K7QM 2P9X 4W1');
  });

  test('a code that is too short is not sent', async () => {
    await openWith('K7QM');
    submit();
    expect(await screen.findByText('登记码是 11 个字符，现在有 4 个。')).toBeTruthy();
    expect(fetched).not.toHaveBeenCalled();
  });
});

describe('when it does not work', () => {
  test('a refusal is said in words, and nothing is kept', async () => {
    answers(422, { type: '/problems/wrong-code', status: 422, title: 'x', detail: 'x' });
    const { db } = await openWith('K7QM2P9X4W1');
    submit();
    expect(await screen.findByText('登记码不对，或已经用过、过期')).toBeTruthy();
    expect(await identityOf(db)).toBeUndefined();
    expect(codeBox().value).toBe('K7QM 2P9X 4W1');
  });

  test('without a link it says what happened, what is safe and what to do', async () => {
    fetched.mockRejectedValue(new TypeError('failed'));
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    await openWith('K7QM2P9X4W1');
    submit();
    expect(await screen.findByText('现在没有网络')).toBeTruthy();
    expect(screen.getByText('没有东西丢失，登记码没有用掉。')).toBeTruthy();
    expect(screen.getByText(/连上网络后再点“登记”/)).toBeTruthy();
  });

  test('a log-in page that answers is not taken for the portal', async () => {
    fetched.mockResolvedValue(new Response('<html>', { status: 200 }));
    const { db } = await openWith('K7QM2P9X4W1');
    submit();
    expect(await screen.findByText('回答的不是门户，可能是上网登录页')).toBeTruthy();
    expect(await identityOf(db)).toBeUndefined();
  });

  test('a browser that cannot keep the identity is named as the cause', async () => {
    answers(201, welcome);
    const { db } = await openWith('K7QM2P9X4W1');
    db.meta.hook('creating', () => {
      throw new DOMException('private window', 'InvalidStateError');
    });
    submit();
    expect(await screen.findByText('浏览器存不了本机的密钥')).toBeTruthy();
  });
});

describe('around it', () => {
  test('a device whose data the browser removed is told so', async () => {
    evictedDevice.value = '7k';
    await openWith();
    expect(screen.getByText('浏览器删除了这台设备的数据')).toBeTruthy();
    expect(screen.getByText(/门户已经收到的记录都是安全的/)).toBeTruthy();
    expect(screen.getByText(/设备号 7k/)).toBeTruthy();
  });

  test('the language changes at once, and staff find their way', async () => {
    await openWith();
    fireEvent.click(screen.getByLabelText('English'));
    expect(await screen.findByText('Enrol this device')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Portal staff sign in here' }).getAttribute('href')).toBe('/staff');
  });
});
