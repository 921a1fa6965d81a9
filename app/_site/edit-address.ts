/**
 * Where a file of the repository is edited, or null when the build was not told.
 * @param file - path from the top, `content/lessons/02-first-process/en.mdx`.
 * @param base - NEXT_PUBLIC_EDIT_URL: address of the top, `https://github.com/someone/spawnpoint/edit/main` for instance.
 */
export function editAddress(file: string, base = process.env.NEXT_PUBLIC_EDIT_URL ?? ''): string | null {
  return base === '' ? null : `${base.replace(/\/$/, '')}/${file}`;
}
