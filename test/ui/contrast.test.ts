/** The contrasts that the design promises, computed from the values that the style sheet really holds. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Tokens = Readonly<Record<string, string>>;

const css = readFileSync('src/ui/tokens.css', 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');

/** The custom properties of the first block with exactly this selector. */
function block(selector: string): Tokens {
  const start = css.indexOf(`${selector} {`);
  expect(start, selector).toBeGreaterThanOrEqual(0);
  const body = css.slice(start, css.indexOf('}', start));
  return Object.fromEntries([...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]));
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast of two tokens by WCAG 2.2. */
function contrast(tokens: Tokens, front: string, back: string): number {
  const [a, b] = [front, back].map((name) => {
    const value = tokens[name] ?? '';
    expect(value, name).toMatch(/^#[0-9a-f]{6}$/i);
    return luminance(value);
  });
  const [dim = 0, bright = 0] = [a ?? 0, b ?? 0].sort((x, y) => x - y);
  return (bright + 0.05) / (dim + 0.05);
}

const light = block(':root');
const elder = { ...light, ...block(':root[data-elder]') };
const darkBlock = block(':root[data-theme="dark"]');
const dark = { ...light, ...darkBlock };
const elderDark = { ...elder, ...darkBlock };

const hues = ['pine', 'amber', 'blue', 'cinnabar', 'violet'];
const grounds = ['paper', 'surface'];
const tints = hues.map((hue) => `${hue}-tint`);
const themes: readonly [string, Tokens, number][] = [
  ['light', light, 4.5],
  ['dark', dark, 4.5],
  ['elder light', elder, 7],
  ['elder dark', elderDark, 7],
];

describe.each(themes)('%s', (_, tokens, least) => {
  test.each([...grounds, ...tints])('ink on %s is at least 7:1, and muted keeps the least of the mode', (back) => {
    expect(contrast(tokens, 'ink', back)).toBeGreaterThanOrEqual(7);
    expect(contrast(tokens, 'muted', back)).toBeGreaterThanOrEqual(least);
  });

  test.each(grounds)('muted on %s is at least 7:1', (back) => {
    expect(contrast(tokens, 'muted', back)).toBeGreaterThanOrEqual(7);
  });

  test.each(hues)('%s can be read on paper, on rows and on its own tint', (hue) => {
    for (const back of [...grounds, `${hue}-tint`]) expect(contrast(tokens, hue, back)).toBeGreaterThanOrEqual(least);
  });

  test('pressed and hovered words keep their contrast on the pine tint', () => {
    for (const front of ['pine', 'ink', 'muted']) {
      expect(contrast(tokens, front, 'pine-tint')).toBeGreaterThanOrEqual(least);
    }
  });

  test('the words on the one filled button are at least 7:1', () => {
    expect(contrast(tokens, 'on-pine', 'pine')).toBeGreaterThanOrEqual(7);
  });

  test('edges of controls and the focus ring stand out 3:1 from what is around them', () => {
    for (const back of grounds) {
      expect(contrast(tokens, 'edge', back)).toBeGreaterThanOrEqual(3);
      expect(contrast(tokens, 'blue', back)).toBeGreaterThanOrEqual(3);
    }
  });
});

test('light text on paper keeps the promised 15:1', () => {
  expect(contrast(light, 'ink', 'paper')).toBeGreaterThanOrEqual(15);
});

test('dark by choice and dark by the system are one palette', () => {
  expect(block(':root:not([data-theme="light"])')).toEqual(darkBlock);
});

test('dark names every colour of light, so none leaks through', () => {
  const colours = Object.keys(light).filter((name) => /^(#|rgb)/.test(light[name] ?? '') || name === 'shadow');
  expect(colours.filter((name) => !(name in darkBlock))).toEqual([]);
});

test('elder mode has no text under 20 px, headings of 30 and main targets of at least 60', () => {
  const px = (name: string) => Number.parseFloat(elder[name] ?? '') * 16;
  for (const name of Object.keys(elder).filter((name) => name.startsWith('text-'))) {
    expect(px(name), name).toBeGreaterThanOrEqual(20);
  }
  expect(px('text-title')).toBeGreaterThanOrEqual(30);
  expect(px('target')).toBeGreaterThanOrEqual(60);
  expect(px('row')).toBe(72);
  expect(Number(elder.leading)).toBeGreaterThanOrEqual(1.6);
});
