import type { CSSProperties } from 'react';
import type { RecordedRun } from '@/app/_lessons/recorded-run';
import { processHue } from '@/app/_components/playground/views/process-hue';

interface RecordedOutputProps {
  readonly run: RecordedRun;
  readonly horizonMs: number | null;
  readonly label: string;
  authorOf(name: string, pid: number): string;
}

/** As in the terminal: a bar in the hue of its process beside what each has written. */
export function RecordedOutput({ run, horizonMs, label, authorOf }: RecordedOutputProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <pre className="embed-lines" tabIndex={0} role="region" aria-label={label}>
      {run.output.map(({ pid, stream, text, timeMs }, at) => {
        const index = run.processes.findIndex((process) => process.pid === pid);
        return (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a recording does not change
            key={at}
            className={`embed-written is-${stream}${horizonMs !== null && timeMs > horizonMs ? ' is-later' : ''}`}
            style={{ '--hue': processHue(index < 0 ? undefined : index) } as CSSProperties}
            title={authorOf(run.processes[index]?.name ?? '', pid)}
          >
            {text}
          </span>
        );
      })}
    </pre>
  );
}
