import { DEFAULT_MEMORY_BYTES, Memory } from '../memory/memory';
import { BoxCore } from './box-core';
import type { BoxToPage, PageToBox } from './protocol';
import { createWebWorker, WorkerScript } from './web-workers';

/* The document of the sandboxed frame. */

const page = window.parent;
const scripts = {
  kernel: scriptIn('kernel-source'),
  process: scriptIn('process-source'),
  threads: scriptIn('threads-source'),
};

const core = new BoxCore(
  (kind, occasion) => createWebWorker(scripts[kind], occasion),
  (byteLength) => Memory.create(byteLength).buffer,
  tell,
);

window.addEventListener('message', ({ source, data, ports }: MessageEvent<PageToBox>) => {
  if (source !== page) return;
  switch (data.type) {
    case 'box/warm':
      if (canRun()) core.warm();
      break;
    case 'machine/create':
      if (canRun()) core.create(data.machine, data.image, data.options, ports[0]);
      else refuse(data.machine);
      break;
    case 'machine/destroy':
      core.destroy(data.machine);
      // Whoever has run a program often runs it again.
      core.warm();
      break;
  }
});

tell({ type: 'box/ready', isolated: window.crossOriginIsolated, sharedMemory: Memory.isSupported() });

function canRun(): boolean {
  return window.crossOriginIsolated && Memory.isSupported();
}

function refuse(machine: number): void {
  const reason = window.crossOriginIsolated ? 'no-shared-memory' : 'not-isolated';
  tell({ type: 'machine/failed', machine, reason, text: `Cannot make a machine of ${DEFAULT_MEMORY_BYTES} bytes: ${reason}` });
}

/** The page may have any origin: the frame's own is opaque, and what is told here is no secret. */
function tell(message: BoxToPage): void {
  page.postMessage(message, '*');
}

function scriptIn(id: string): WorkerScript {
  return new WorkerScript(document.getElementById(id)?.textContent ?? '');
}
