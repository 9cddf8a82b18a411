/** Signing in as one of the staff: what goes wrong is said in words, and one comes back to where one was. */
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { demo, json, noLink, openStaff, refusal, type StubPortal, sampleCity } from './stubPortal.tsx';

const signedOut = (portal: StubPortal) => portal.replies.set('GET /api/staff/session', refusal('signed-out', 401));

async function signIn(login = 'demo', password = 'secret') {
  fireEvent.input(await screen.findByLabelText('用户名'), { target: { value: login } });
  fireEvent.input(screen.getByLabelText('密码'), { target: { value: password } });
  fireEvent.click(screen.getByRole('button', { name: '登录' }));
}

const alertWords = async () => (await screen.findByRole('alert')).textContent;

test('a wrong password is said, and what was typed stays', async () => {
  openStaff('/staff', (portal) => {
    signedOut(portal);
    portal.replies.set('POST /api/staff/session', refusal('wrong-password', 422));
  });
  await signIn();
  expect(await alertWords()).toContain('用户名或密码不对');
  expect(screen.getByLabelText<HTMLInputElement>('用户名').value).toBe('demo');
  expect(document.activeElement).toBe(screen.getByLabelText('密码'));
});

test('after too many attempts it says when to try again', async () => {
  openStaff('/staff', (portal) => {
    signedOut(portal);
    portal.replies.set('POST /api/staff/session', refusal('too-many', 429, { 'retry-after': '301' }));
  });
  await signIn();
  expect(await alertWords()).toContain('请在 11:06 以后再试');
});

test('without a link it says so, and does not blame the password', async () => {
  openStaff('/staff', (portal) => {
    signedOut(portal);
    portal.replies.set('POST /api/staff/session', noLink);
  });
  await signIn();
  expect(await screen.findByText('联系不上门户')).toBeTruthy();
  expect(screen.queryByRole('alert')).toBeNull();
});

test('an empty password is asked for before anything is sent', async () => {
  const portal = openStaff('/staff', signedOut);
  await signIn('demo', '');
  expect(await screen.findByText('请填写用户名和密码')).toBeTruthy();
  expect(portal.asked).not.toContain('POST /api/staff/session');
});

test('the password can be shown', async () => {
  openStaff('/staff', signedOut);
  const password = await screen.findByLabelText<HTMLInputElement>('密码');
  expect(password.type).toBe('password');
  fireEvent.click(screen.getByLabelText('显示密码'));
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('密码').type).toBe('text'));
});

test('when the session ends, signing in again leads back to the same page', async () => {
  const portal = openStaff('/staff/facilities?district=110118', (made) => {
    made.replies.set('GET /api/city', refusal('signed-out', 401));
    made.replies.set('POST /api/staff/session', json(demo));
  });
  expect(await screen.findByText('登录已经过期')).toBeTruthy();
  portal.replies.set('GET /api/city', json(sampleCity));
  await signIn();
  expect(await screen.findByRole('link', { name: '溪翁庄学习驿站' })).toBeTruthy();
  expect(location.search).toBe('?district=110118');
});

test('signing out asks the portal, and only then shows the sign-in', async () => {
  const portal = openStaff('/staff', (made) => made.replies.set('DELETE /api/staff/session', noLink));
  fireEvent.click(await screen.findByRole('button', { name: '退出' }));
  expect(await screen.findByText('联系不上门户')).toBeTruthy();
  expect(screen.queryByLabelText('密码')).toBeNull();
  portal.replies.set('DELETE /api/staff/session', () => new Response(null, { status: 204 }));
  fireEvent.click(screen.getByRole('button', { name: '退出' }));
  expect(await screen.findByLabelText('密码')).toBeTruthy();
});
