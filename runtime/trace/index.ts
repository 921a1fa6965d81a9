export { type ChromeTrace, type ChromeTraceEvent, chromeTraceOf } from './chrome-trace';
export { type Deadlock, type DeadlockKind, explainDeadlock } from './deadlock';
export type {
  EventOf,
  ObjectKind,
  PartRole,
  Place,
  TraceEvent,
  TraceEventType,
  WaitReason,
} from './event';
export { decodeTrace, type DecodedEvent } from './decode';
export { firstAfter, type Moment, momentOf, type ObjectAt, placesAt, type ProcessAt, type ProcessState, waitAt } from './moment';
export { MOST_EVENTS, Recording } from './recording';
export {
  type CheckedRun,
  endsWell,
  type ExerciseCheck,
  judge,
  judgeRuns,
  printed,
  type Verdict,
  type Want,
} from './exercise-check';
export { type Answer, Queries, type Sentence, type Who } from './queries';
export {
  type HoldView,
  type MessageView,
  type ObjectView,
  type ProcessView,
  RunPlayer,
  type RunView,
  type ThreadView,
  viewOf,
  type WaitView,
} from './run-view';
export { findSpot, type FoundSpot, type Spot } from './spot';
export type { StuckCause, StuckProcess } from './stuck';
