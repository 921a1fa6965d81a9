import { parseAllHeaders } from '@netlify/headers-parser';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { pathToRegexp } from 'next/dist/compiled/path-to-regexp';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { headerRules, ruleFor } from '../header-rules';
import { samplePaths } from '../sample-paths';
import { hostingSettings } from '../settings';
import { headerFiles } from '.';

/* Each generated file, read as its host reads it, says of every address what the table says. */

type Headers = Readonly<Record<string, string>>;
/** What a host would send for a path: one entry for each rule of its file that matches. */
type Host = (path: string) => Headers[];

const folders = ['en', 'zh', '_next', 'runtime', 'embed'];
const entries = [
  ...folders.map((name) => ({ name, isFolder: true })),
  ...['index.html', '404.html', 'embed.js', 'sw.js', 'icon.svg', 'index.txt'].map((name) => ({ name, isFolder: false })),
];
/** Sent on to another address, or not there: hosts that know no exceptions send only what all answers have in common. */
const notSent = ['/en', '/embed', '/embedded'];

const temporary = mkdtempSync(join(tmpdir(), 'spawnpoint-formats-'));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

for (const basePath of ['', '/courses/spawn.point']) {
  const settings = hostingSettings({ NEXT_PUBLIC_BASE_PATH: basePath, NEXT_PUBLIC_BOX_ORIGIN: 'https://box.example.org' });
  const rules = headerRules(settings);
  const files = new Map(headerFiles({ rules, settings, entries }).map(({ name, text }) => [name, text]));
  const textOf = (name: string) => files.get(name) ?? '';

  describe(basePath === '' ? 'at the root' : 'in a folder', () => {
    const hosts: Readonly<Record<string, { knowsExceptions: boolean; host: () => Host | Promise<Host> }>> = {
      _headers: {
        knowsExceptions: false,
        host: () => netlify({ headersFiles: [temporaryFile('_headers', textOf('_headers'))] }),
      },
      'netlify.toml': {
        knowsExceptions: false,
        host: () => netlify({ netlifyConfigPath: temporaryFile('netlify.toml', textOf('netlify.toml')) }),
      },
      'firebase.json': { knowsExceptions: false, host: () => firebase(textOf('firebase.json')) },
      'vercel.json': { knowsExceptions: true, host: () => vercel(textOf('vercel.json')) },
      '.htaccess': { knowsExceptions: true, host: () => apache(textOf('.htaccess')) },
      'nginx.conf': { knowsExceptions: true, host: () => nginx(textOf('nginx.conf')) },
      Caddyfile: { knowsExceptions: true, host: () => caddy(textOf('Caddyfile')) },
    };

    test.each(Object.entries(hosts))('%s', async (_, { knowsExceptions, host }) => {
      const answer = await host();
      for (const { path } of samplePaths) {
        if (!knowsExceptions && notSent.includes(path)) continue;
        const said = answer(basePath + path);
        const names = said.flatMap(Object.keys);
        expect([path, names.length]).toEqual([path, new Set(names).size]);
        expect([path, Object.assign({}, ...said)]).toEqual([path, ruleFor(rules, path).headers]);
      }
    });
  });
}

function temporaryFile(name: string, text: string): string {
  const path = join(temporary, name);
  writeFileSync(path, text);
  return path;
}

async function netlify(source: { headersFiles?: string[]; netlifyConfigPath?: string }): Promise<Host> {
  const { headers, errors } = await parseAllHeaders({
    headersFiles: source.headersFiles ?? [],
    netlifyConfigPath: source.netlifyConfigPath,
    configHeaders: [],
    minimal: false,
  });
  expect(errors).toEqual([]);
  return (path) => headers.filter((header) => 'forRegExp' in header && header.forRegExp.test(path)).map(({ values }) => values);
}

interface KeyValue {
  readonly key: string;
  readonly value: string;
}

function valuesOf(headers: readonly KeyValue[]): Headers {
  return Object.fromEntries(headers.map(({ key, value }) => [key, value]));
}

function firebase(text: string): Host {
  const { hosting } = JSON.parse(text) as { hosting: { headers: { source: string; headers: KeyValue[] }[] } };
  return (path) =>
    hosting.headers
      .filter(({ source }) => (source.endsWith('/**') ? path.startsWith(source.slice(0, -2)) : path === source))
      .map(({ headers }) => valuesOf(headers));
}

function vercel(text: string): Host {
  const { headers } = JSON.parse(text) as { headers: { source: string; headers: KeyValue[] }[] };
  return (path) =>
    headers.filter(({ source }) => pathToRegexp(source, [], { strict: true }).test(path)).map((rule) => valuesOf(rule.headers));
}

function pairs(text: string, pattern: RegExp): Headers {
  return Object.fromEntries([...text.matchAll(pattern)].map(([, name = '', value = '']) => [name, value]));
}

function apache(text: string): Host {
  const blocks = [...text.matchAll(/<If "%\{REQUEST_URI\} =~ m#(.+)#">\n([^<]*)<\/If>/g)].map(([, source = '', body = '']) => ({
    pattern: new RegExp(source),
    headers: pairs(body, /Header (?:always )?set (\S+) "([^"]*)"/g),
  }));
  return (path) => blocks.filter(({ pattern }) => pattern.test(path)).map(({ headers }) => headers);
}

function nginx(text: string): Host {
  const maps = [...text.matchAll(/^map (\S+) (\S+) \{\n([^}]*)\}/gm)].map(([, input, output = '', body = '']) => ({
    input,
    output,
    cases: [...body.matchAll(/^\s+(\S+) "?(.*?)"?;$/gm)].map(([, key = '', value = '']) => ({
      key: key.replaceAll('"', ''),
      value,
    })),
  }));
  const [toRule, ...toHeaders] = maps;
  return (path) => {
    const found = toRule?.cases.find(({ key }) => key.startsWith('~') && new RegExp(key.slice(1)).test(path));
    const rule = (found ?? toRule?.cases.find(({ key }) => key === 'default'))?.value;
    return toHeaders.flatMap(({ output, cases }) => {
      const value = cases.find(({ key }) => key === rule)?.value;
      const [, name = ''] = new RegExp(`add_header (\\S+) \\${output} always;`).exec(text) ?? [];
      return value === undefined ? [] : [{ [name]: value }];
    });
  };
}

function caddy(text: string): Host {
  const matchers = new Map(
    [...text.matchAll(/@(\S+) \{\n\s+path_regexp (\S+)\n(?:\s+not path_regexp (\S+)\n)?\s+\}/g)].map(
      ([, name, source, except]) => [
        name,
        (path: string) => new RegExp(source ?? '').test(path) && !(except !== undefined && new RegExp(except).test(path)),
      ],
    ),
  );
  const blocks = [...text.matchAll(/header @(\S+) \{\n([^}]*)\}/g)].map(([, name, body = '']) => ({
    matches: matchers.get(name),
    headers: pairs(body, /^\s+(\S+) "([^"]*)"$/gm),
  }));
  return (path) => blocks.filter(({ matches }) => matches?.(path)).map(({ headers }) => headers);
}
