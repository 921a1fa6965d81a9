import type { HeaderRule } from '../header-rules';
import { rulePathSource } from '../rule-path';

export interface ExclusivePath {
  /** `/exact` or `/folder/*`. */
  readonly path: string;
  /** A lookahead without what later rules say of the folder, for a regular expression after its slash; or nothing. */
  readonly except: string;
  readonly rule: HeaderRule['name'];
  readonly headers: Readonly<Record<string, string>>;
}

/** The table for who applies every rule that matches, but can say what a rule does not match. */
export function exclusivePaths(rules: readonly HeaderRule[]): ExclusivePath[] {
  return rules.flatMap(({ name, paths, headers }, index) => {
    const later = rules.slice(index + 1).flatMap((rule) => rule.paths);
    return paths.map((path) => ({ path, except: exceptionsOf(path, later), rule: name, headers }));
  });
}

function exceptionsOf(path: string, later: readonly string[]): string {
  if (!path.endsWith('/*')) return '';
  const folder = path.slice(0, -1);
  const others = later.filter((other) => other.startsWith(folder)).map((other) => other.slice(folder.length));
  const sources = others.map((other) => (other.endsWith('*') ? rulePathSource(other.slice(0, -1)) : `${rulePathSource(other)}$`));
  return sources.length === 0 ? '' : `(?!${sources.join('|')})`;
}
