/** Side by side, or one above the other: each has its own measure. */
export type Arrangement = 'beside' | 'stacked';

const keyOf = (arrangement: Arrangement) => `spawnpoint:panes:${arrangement}`;

/** The editor's share in percent, as the reader left it. */
export function loadShare(arrangement: Arrangement): number | null {
  try {
    const share = Number(window.localStorage.getItem(keyOf(arrangement)) ?? Number.NaN);
    return share > 0 && share < 100 ? share : null;
  } catch {
    return null; // storage is forbidden here
  }
}

export function saveShare(arrangement: Arrangement, share: number): void {
  try {
    window.localStorage.setItem(keyOf(arrangement), String(share));
  } catch {
    // Full or forbidden: the panes are where they are, only next time they are not.
  }
}
