/*
 * What lives in a manager's server. Methods whose names begin with an underscore are steps of calls that may wait; the server
 * takes them for many clients at a time.
 */

export { ArrayReferent, DictReferent, ListReferent, NamespaceReferent, ValueReferent } from './containers';
export { PoolReferent } from './pool';
