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
export { MOST_EVENTS, Recording } from './recording';
