import { expect, test } from 'vitest';
import { nameClasses } from './name-classes';

test('a class gets its own name', () => {
  expect(nameClasses('Xn=class extends b{static{a(this,"Process")}run(){}}')).toBe('Xn=class Process extends b{run(){}}');
  expect(nameClasses('var c=class{static{a(this,"Lock")}}')).toBe('var c=class Lock{}');
});

test('a name that would hide one of JavaScript is not written', () => {
  const code = 'Xn=class{static{a(this,"Array")}at(){return Array.from(this)}}';
  expect(nameClasses(code)).toBe(code);
});
