import { fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { clockWords } from '../../../src/app/more/clockWords.ts';
import { MoreScreen } from '../../../src/app/more/MoreScreen.tsx';
import { elder, language, theme } from '../../../src/app/shell/settings.ts';
import { enrolledDevice } from '../../fixtures/enrolledDevice.ts';
import { renderScreen } from '../../fixtures/renderScreen.tsx';

afterEach(() => {
  elder.value = false;
  language.value = 'zh-CN';
  theme.value = 'system';
});

describe('the last tab', () => {
  async function open() {
    const { device } = await enrolledDevice();
    renderScreen(device, <MoreScreen />);
    await screen.findByText('设备号');
  }

  test('turns large text on and off', async () => {
    await open();
    fireEvent.click(screen.getByRole('switch', { name: '长辈版' }));
    expect(elder.value).toBe(true);
  });

  test('changes the language at once', async () => {
    await open();
    fireEvent.click(screen.getByRole('radio', { name: 'English' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'More' })).toBeDefined();
  });

  test('says which device this is, and leads to the queue and the staff’s sign-in', async () => {
    await open();
    expect(screen.getByText('长哨营学习驿站 · 110116001-01')).toBeDefined();
    expect(screen.getByText('2026-11-24 09:05')).toBeDefined();
    expect(screen.getByRole('link', { name: /工作人员登录/ }).getAttribute('href')).toBe('/staff');
    expect(screen.getByRole('link', { name: /待上报与需要处理的/ }).getAttribute('href')).toBe('/queue');
  });
});

test('the clock is said in words, and a network’s delay is no error', () => {
  expect(clockWords(undefined)).toBe('还没联系过门户，无法核对');
  expect(clockWords(-900)).toBe('准');
  expect(clockWords(185_000)).toBe('慢了 3 分钟，记录时会自动校正');
  expect(clockWords(-2 * 86_400_000)).toBe('快了 2 天，记录时会自动校正');
});
