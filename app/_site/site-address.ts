/** Where this site is, with a slash at its end, for texts that other sites read. Set NEXT_PUBLIC_SITE_URL at build. */
export function siteAddress(): string {
  const { NEXT_PUBLIC_SITE_URL: site = 'http://localhost:3000', NEXT_PUBLIC_BASE_PATH: basePath = '' } = process.env;
  return `${new URL(site).origin}${basePath}/`;
}
