/** What a path of the table matches: `/exact`, or `/folder/*` and everything below. */
export function rulePath(pattern: string): RegExp {
  return new RegExp(`^${rulePathSource(pattern)}$`);
}

/** The same as the source of a regular expression that servers understand too. */
export function rulePathSource(pattern: string): string {
  const literal = pattern.replace(/\*$/, '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return pattern.endsWith('*') ? `${literal}.*` : literal;
}
