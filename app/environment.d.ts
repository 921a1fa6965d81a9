declare namespace NodeJS {
  interface ProcessEnv {
    /** Address of the host, for what other sites read. */
    readonly NEXT_PUBLIC_SITE_URL?: string;
    /** Where the files of the repository are edited. */
    readonly NEXT_PUBLIC_EDIT_URL?: string;
    /** Folder the site is served from, such as `/spawnpoint`. */
    readonly NEXT_PUBLIC_BASE_PATH?: string;
    /** Origin that serves the box's document, when it is not the site's own. */
    readonly NEXT_PUBLIC_BOX_ORIGIN?: string;
    /** Set by the build. */
    readonly BOX_VERSION?: string;
  }
}
