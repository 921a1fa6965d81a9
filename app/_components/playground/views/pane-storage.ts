const KEY = 'spawnpoint:panes:beside';

/** The editor's share in percent, as the reader left it. */
export function loadShare(): number | null {
  try {
    const share = Number(window.localStorage.getItem(KEY) ?? Number.NaN);
    return share > 0 && share < 100 ? share : null;
  } catch {
    return null; // storage is forbidden here
  }
}

export function saveShare(share: number): void {
  try {
    window.localStorage.setItem(KEY, String(share));
  } catch {
    // Full or forbidden: the panes are where they are, only next time they are not.
  }
}
