import type { ProcessView, RunView, ThreadView } from '@/runtime';

/** One row of the picture: a process, or a green thread inside it. */
export interface Lane {
  readonly process: ProcessView;
  /** null: the process itself, which is its main thread as well. */
  readonly thread: ThreadView | null;
  /** How many ancestors it is nested under; MainProcess has none. */
  readonly depth: number;
}

/** Rows in the order of the picture: every process in start order under its parent, its threads first. */
export function lanesOf(view: RunView): readonly Lane[] {
  const children = new Map<number, ProcessView[]>();
  const roots: ProcessView[] = [];
  for (const process of view.processes) {
    if (view.process(process.parentPid) === null) {
      roots.push(process);
      continue;
    }
    const siblings = children.get(process.parentPid);
    if (siblings === undefined) children.set(process.parentPid, [process]);
    else siblings.push(process);
  }
  const lanes: Lane[] = [];
  const visit = (process: ProcessView, depth: number) => {
    lanes.push({ process, thread: null, depth });
    for (const thread of process.threads) lanes.push({ process, thread, depth: depth + 1 });
    for (const child of children.get(process.pid) ?? []) visit(child, depth + 1);
  };
  for (const root of roots) visit(root, 0);
  return lanes;
}
