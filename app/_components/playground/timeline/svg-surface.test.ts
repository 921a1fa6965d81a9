import { expect, test } from 'vitest';
import { SvgSurface } from './svg-surface';

test('names of processes cannot become elements of the file', () => {
  const surface = new SvgSurface('Inter, "Noto Sans"', () => 10);
  surface.inside({ x: 0, y: 0, width: 10, height: 10 }, () => surface.text('<script>&"\x01', 1.234, 2, '#123456'));
  const file = surface.toFile(100, 50, '#ffffff', 'a <b>');
  expect(file).toContain('<title>a &#60;b&#62;</title>');
  expect(file).toContain('font-family="Inter, &#34;Noto Sans&#34;"');
  expect(file).toContain('x="1.23" y="2"');
  expect(file).toContain('>&#60;script&#62;&#38;&#34; </text>');
});

test('a hatch is defined once for each colour', () => {
  const surface = new SvgSurface('Inter', () => 10);
  const box = { x: 0, y: 0, width: 5, height: 5 };
  surface.hatch(box, '#111111');
  surface.hatch(box, '#222222');
  surface.hatch(box, '#111111');
  const file = surface.toFile(10, 10, '#ffffff', 'hatches');
  expect(file.match(/<pattern /g)).toHaveLength(2);
  expect(file.match(/url\(#hatch--111111\)/g)).toHaveLength(2);
});

test('what stands inside something needs no id, so two files can stand in one page', () => {
  const surface = new SvgSurface('Inter', () => 10);
  surface.inside({ x: 1, y: 2, width: 3, height: 4 }, () => surface.rect({ x: 0, y: 0, width: 9, height: 9 }, '#111111'));
  const file = surface.toFile(10, 10, '#ffffff', 'clipped');
  expect(file).toContain('<svg x="1" y="2" width="3" height="4" viewBox="1 2 3 4">');
  expect(file).not.toContain(' id=');
});
