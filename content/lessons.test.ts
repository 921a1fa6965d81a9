import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compareOutput } from './compare-output';
import { lessonFolders, programFiles, programPath, readLesson } from './lesson-files';
import { languages } from './languages';
import { type LessonText, parseLesson } from './lesson-text';
import { parseRecording } from './recording';
import { spotsOf } from './spots';

const folders = lessonFolders(join(import.meta.dirname, 'lessons'));

test('lessons are numbered from 1 without a gap', () => {
  const numbers = folders.map((folder) => Number(folder.name.slice(0, 2)));
  expect(numbers.length).toBeGreaterThan(0);
  expect(numbers).toEqual(numbers.map((_, i) => i + 1));
});

describe.each(folders)('$name', (folder) => {
  test('holds the two texts and the programs, and nothing else', () => {
    expect(readdirSync(folder.path).sort()).toEqual(['en.mdx', 'exercises', 'programs', 'zh.mdx']);
  });

  const en = readLesson(folder, 'en');
  const zh = readLesson(folder, 'zh');
  const programs = Object.keys(en.frontmatter.programs);

  test('both languages have the same chapter, minutes and programs', () => {
    const { title: _1, lead: _2, description: _3, ...english } = en.frontmatter;
    const { title: _4, lead: _5, description: _6, ...chinese } = zh.frontmatter;
    expect(chinese).toEqual(english);
  });

  test('both languages show every program once, in the order of the frontmatter', () => {
    for (const text of [en, zh]) expect(shownPrograms(text)).toEqual(programs);
  });

  test('both languages point to the same spots of the timeline, of programs that there are', () => {
    const spots = spotsOf(en.body);
    expect(spots.length).toBeGreaterThan(0);
    expect(spotsOf(zh.body)).toEqual(spots);
    for (const { program } of spots) expect(programs).toContain(program);
  });

  test('programs that run beside each other name each other', () => {
    for (const [program, { beside }] of Object.entries(en.frontmatter.programs)) {
      if (beside !== undefined) expect(en.frontmatter.programs[beside]?.beside).toBe(program);
    }
  });

  test('headings, notes, code blocks and things to try correspond one to one', () => {
    expect(outline(zh)).toEqual(outline(en));
  });

  test('every program exists as TypeScript, as Python, as a recording and, if it runs alone, as a recorded run', () => {
    const expected = programs.flatMap((program) => {
      const alone = en.frontmatter.programs[program]?.beside === undefined;
      return [`${program}.out`, `${program}.py`, `${program}.ts`, ...(alone ? [`${program}.run.json`] : [])];
    });
    expect(programFiles(folder)).toEqual(expected.sort());
  });

  test.each(programs)('the recording of %s fits its own rule', (program) => {
    const rule = en.frontmatter.programs[program];
    const recording = parseRecording(readFileSync(programPath(folder, program, 'out'), 'utf8'));
    const lines = (stream: string[]) => stream.map((line) => `${line.replace(/<PID(\d+)>/g, '9000$1')}\n`).join('');
    const run = {
      stdout: lines(recording.stdout),
      stderr: lines(recording.stderr),
      exitcode: recording.exit,
    };
    expect(rule && compareOutput(recording, run, rule)).toEqual({ ok: true });
  });

  test.each(languages)('emphasis in %s.mdx is recognised as such', (language) => {
    expect(brokenEmphasis(readLesson(folder, language).body)).toEqual([]);
  });

  test('zh.mdx has a space between Han and Latin, and none before or after its punctuation', () => {
    const prose = withoutCodeBlocks(zh.body).replace(/^- /gm, '');
    expect(prose.match(/\p{Script=Han}[A-Za-z0-9`].{0,9}|.{0,9}[A-Za-z0-9`]\p{Script=Han}/gu)).toBeNull();
    expect(prose.match(/.{0,9}(?: [，。：；？！、“”]|[，。：；？！、“”] ).{0,9}/gu)).toBeNull();
    expect(prose.match(/\p{Script=Han}[,.:;?!].{0,9}/gu)).toBeNull();
  });
});

test('a text without frontmatter, or with a wrong one, is refused by name', () => {
  expect(() => parseLesson('## Hello\n', 'x.mdx')).toThrow('Cannot find the frontmatter: x.mdx');
  expect(() => parseLesson('---\ntitle: Hello\n---\n', 'x.mdx')).toThrow('Cannot accept the frontmatter: x.mdx');
});

function shownPrograms(text: LessonText): string[] {
  return [...text.body.matchAll(/^<Program name="([^"]+)" title="[^"]+" \/>$/gm)].map((match) => match[1] ?? '');
}

/** The skeleton of a text: its headings by depth, its notes by kind, its blocks of code and its list items. */
function outline(text: LessonText): string[] {
  return text.body
    .split('\n')
    .flatMap((line) => /^(#+ |<Program name="[^"]+"|<Note kind="\w+">|<\/?Try>|```\w*|- |\d\. |\|)/.exec(line)?.[1] ?? []);
}

const withoutCodeBlocks = (body: string) => body.replace(/^```.*?^```$/gms, '');

/**
 * Emphasis that Markdown would print as asterisks: a closing mark after punctuation needs a space or
 * punctuation behind it, an opening one before punctuation needs them in front. Chinese text, which has no
 * spaces, runs into this easily.
 */
function brokenEmphasis(body: string): string[] {
  const broken: string[] = [];
  for (const paragraph of withoutCodeBlocks(body).split(/\n\n|\n(?=- )/)) {
    const text = paragraph.replace(/`[^`]*`/g, (code) => `\`${'c'.repeat(code.length - 2)}\``);
    const marks = [...text.matchAll(/\*+/g)];
    if (marks.length % 2 === 1) broken.push(paragraph);
    for (const [i, mark] of marks.entries()) {
      const before = text[mark.index - 1] ?? ' ';
      const after = text[mark.index + mark[0].length] ?? ' ';
      const [inside, outside] = i % 2 === 0 ? [after, before] : [before, after];
      const isOpenToSpace = /\s/.test(inside);
      const isShut = /[\p{P}\p{S}]/u.test(inside) && !/[\s\p{P}\p{S}]/u.test(outside);
      if (isOpenToSpace || isShut) broken.push(text.slice(Math.max(0, mark.index - 10), mark.index + 12));
    }
  }
  return broken;
}
