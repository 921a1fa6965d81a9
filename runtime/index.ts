import { Box } from './page/box';
import { frameLink } from './page/frame-link';
import { siteNetwork } from './page/network/site-network';

export type { Box } from './page/box';
export type { Machine, RunOptions } from './page/machine';
export type {
  MachineNotice,
  MachinePhase,
  MachineSnapshot,
  NoticeKind,
  OutputRecord,
  ProcessSnapshot,
} from './page/machine-snapshot';
export type * from './trace';
export {
  chromeTraceOf,
  explainDeadlock,
  findSpot,
  firstAfter,
  judgeRuns,
  momentOf,
  placesAt,
  Queries,
  Recording,
  RunPlayer,
  viewOf,
} from './trace';

export interface BoxOptions {
  /** Address of the box's document; default the site's own. */
  readonly src?: string;
  /** Whether a service worker set the headers of the page, because its host sets none; default false. */
  readonly isIsolatedByWorker?: boolean;
}

/** The page's box. Nothing is loaded before it is warmed or runs something. */
export function createBox({ src = '/runtime/box.html', isIsolatedByWorker = false }: BoxOptions = {}): Box {
  return new Box((onFailure) => frameLink({ address: src, isText: isIsolatedByWorker }, onFailure), siteNetwork());
}
