declare namespace NodeJS {
  interface ProcessEnv {
    /** Address of the site, without a slash at its end: makes canonical links absolute. */
    readonly NEXT_PUBLIC_SITE_URL?: string;
    /** Folder the site is served from, such as `/spawnpoint`. */
    readonly NEXT_PUBLIC_BASE_PATH?: string;
  }
}
