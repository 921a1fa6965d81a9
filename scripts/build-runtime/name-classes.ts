/** How esbuild writes a class whose short name is not the one that it shows. */
const CLASS = /=class( extends [\w$.]+)?\{static\{[\w$]+\(this,"([A-Za-z_]\w*)"\)\}/g;

/**
 * Gives classes in a minified bundle their own names again: what V8 says of `Process()` without `new` is the name that is
 * written there, whatever `name` says. Classes of a name that JavaScript uses itself stay as they are.
 */
export function nameClasses(code: string): string {
  return code.replace(CLASS, (written, heritage: string | undefined, name: string) =>
    name in globalThis ? written : `=class ${name}${heritage ?? ''}{`,
  );
}
