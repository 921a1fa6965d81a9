export * as default from './index';

export type { Address, Family } from './address';
export { answerChallenge, CHALLENGE, deliverChallenge } from './authentication';
export { Connection } from './connection';
export { Client, Listener, type ListenerOptions } from './listener';
export { Pipe } from './pipe';
export { wait, type Waitable } from './wait';
