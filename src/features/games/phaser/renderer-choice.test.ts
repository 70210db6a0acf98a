import { expect, test } from 'vitest';
import { chooseRenderer } from './renderer-choice.ts';

test('WebGL is taken only from a graphics card', () => {
  const swift = 'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero)), SwiftShader driver)';
  const names = [swift, 'llvmpipe (LLVM 17)', 'Microsoft Basic Render Driver', null];
  expect(names.map((name) => chooseRenderer(name, false))).toEqual(Array(4).fill('canvas'));
  const card = 'ANGLE (Intel, Mesa Intel(R) UHD Graphics 620, OpenGL 4.6)';
  expect(chooseRenderer(card, false)).toBe('webgl');
  expect(chooseRenderer(card, true)).toBe('canvas');
});
