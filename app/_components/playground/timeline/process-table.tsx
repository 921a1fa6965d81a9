import type { Moment, Place, ProcessAt } from '@/runtime';
import { processHue } from '../views/process-hue';
import { exitcodeText, type RunWords } from './run-words';
import { formatDuration, formatTime } from './time-scale';

interface ProcessTableProps {
  readonly moment: Moment;
  readonly words: RunWords;
  /** The machine goes on, and the moment is now: its processes can be sent signals. */
  readonly canSignal: boolean;
  onPlace(place: Place): void;
  onSignal(pid: number, signal: number): void;
}

const SIGINT = 2;
const SIGKILL = 9;

export function ProcessTable({ moment, words, canSignal, onPlace, onSignal }: ProcessTableProps) {
  const t = words.words.table;
  return (
    <table className="tl-table">
      <thead>
        <tr>
          <th scope="col">{t.name}</th>
          <th scope="col">{t.pid}</th>
          <th scope="col">{t.parent}</th>
          <th scope="col">{t.state}</th>
          <th scope="col">{t.line}</th>
          <th scope="col">{t.holds}</th>
          <th scope="col" title={t.shareHint}>
            {t.share}
          </th>
          {canSignal && <th scope="col">{t.actions}</th>}
        </tr>
      </thead>
      <tbody>
        {moment.processes.map((at) => {
          const { process, place } = at;
          const name = words.uniqueName(process);
          return (
            <tr key={process.pid}>
              <th scope="row">
                <i className="tl-hue" style={{ background: processHue(process.order) }} aria-hidden="true" />
                {process.name}
              </th>
              <td>{process.pid}</td>
              <td>{words.view.process(process.parentPid)?.name ?? t.yetUnknown}</td>
              <td className={at.state === 'exited' && process.exitcode !== 0 ? 'is-bad' : undefined}>
                {stateText(at, moment, words)}
              </td>
              <td>
                {place === null || at.state === 'exited' ? (
                  t.yetUnknown
                ) : (
                  <button type="button" className="pg-link" onClick={() => onPlace(place)}>
                    {words.words.goToLine(place.line)}
                  </button>
                )}
              </td>
              <td>{holdsText(at, words) || t.yetUnknown}</td>
              <td className="is-number">{Math.round(at.share * 100)} %</td>
              {canSignal && (
                <td className="tl-signals">
                  {at.state !== 'exited' && (
                    <>
                      <button
                        type="button"
                        className="tl-button"
                        aria-label={t.interruptLabel(name)}
                        onClick={() => onSignal(process.pid, SIGINT)}
                      >
                        {t.interrupt}
                      </button>
                      <button
                        type="button"
                        className="tl-button"
                        aria-label={t.killLabel(name)}
                        onClick={() => onSignal(process.pid, SIGKILL)}
                      >
                        {t.kill}
                      </button>
                    </>
                  )}
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** `waits for lock a, 12.4 ms, since 3.1 ms`; `exited with 0`. */
export function stateText({ process, state, wait }: ProcessAt, { timeMs }: Moment, words: RunWords): string {
  const t = words.words;
  if (state === 'exited' && process.exitcode !== null) return t.exited(exitcodeText(process.exitcode));
  if (wait === null) return t.states[state];
  const { beganMs } = wait;
  return t.waitingSince(words.waitSentence(wait), formatDuration(timeMs - beganMs), t.since(formatTime(beganMs, 0.1)));
}

export function holdsText({ holds }: ProcessAt, words: RunWords): string {
  return holds
    .map(({ object, place }) => (place === null ? words.what(object) : words.words.heldSince(words.what(object), place.line)))
    .join(words.words.listComma);
}
