import type { Terminal } from '@xterm/xterm';

/** Mouse, focus and paste reports. */
const REPORTING_MODES = new Set([9, 1000, 1001, 1002, 1003, 1004, 1005, 1006, 1015, 1016, 2004]);

/**
 * A terminal answers some sequences as if somebody had typed. The output comes from programs nobody vouches for, so
 * only what the reader types may reach stdin: the questions are swallowed.
 */
export function silenceReplies({ parser }: Terminal): void {
  const swallow = () => true;
  parser.registerCsiHandler({ final: 'n' }, swallow);
  parser.registerCsiHandler({ prefix: '?', final: 'n' }, swallow);
  parser.registerCsiHandler({ final: 'c' }, swallow);
  parser.registerCsiHandler({ prefix: '>', final: 'c' }, swallow);
  parser.registerCsiHandler({ prefix: '=', final: 'c' }, swallow);
  parser.registerCsiHandler({ prefix: '>', final: 'q' }, swallow);
  parser.registerCsiHandler({ intermediates: '$', final: 'p' }, swallow);
  parser.registerCsiHandler({ prefix: '?', intermediates: '$', final: 'p' }, swallow);
  parser.registerCsiHandler({ final: 't' }, swallow);
  parser.registerCsiHandler({ prefix: '?', final: 'h' }, (parameters) =>
    parameters.some((mode) => typeof mode === 'number' && REPORTING_MODES.has(mode)),
  );
  parser.registerDcsHandler({ intermediates: '$', final: 'q' }, swallow);
  // The palette carries our tags: it is neither asked nor changed.
  for (const command of [4, 10, 11, 12, 104, 110, 111, 112]) parser.registerOscHandler(command, swallow);
  // Links with hidden targets, and the clipboard.
  for (const command of [8, 52]) parser.registerOscHandler(command, swallow);
}
