import { Download } from 'lucide-react';
import { type RefObject, useEffect, useId, useRef, useState } from 'react';
import { download, pngFile, svgFile, traceFile } from './export-picture';
import type { PictureController } from './picture-controller';
import type { TimelineWords } from './run-words';
import { formatDuration } from './time-scale';
import type { TimelineModel } from './timeline-model';

interface ExportMenuProps {
  readonly model: TimelineModel;
  readonly words: TimelineWords;
  readonly controller: RefObject<PictureController | null>;
}

type Format = keyof TimelineWords['exports'];

/** Files to take away: the trace for other tools, the picture for other texts. */
export function ExportMenu({ model, words, controller }: ExportMenuProps) {
  const [isOpen, setOpen] = useState(false);
  const menuId = useId();
  const box = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (!isOpen) return undefined;
    const close = (event: Event) => {
      if (event instanceof KeyboardEvent ? event.key === 'Escape' : !box.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', close);
    document.addEventListener('keydown', close);
    return () => {
      document.removeEventListener('pointerdown', close);
      document.removeEventListener('keydown', close);
    };
  }, [isOpen]);

  const save = (format: Format) => {
    setOpen(false);
    if (format === 'trace') return download(traceFile(model), 'trace.json');
    const { picture, palette, family } = controller.current ?? {};
    if (!picture || !palette || !family) return undefined;
    const title = words.picture(model.view.processes.length, formatDuration(model.getSnapshot().endMs));
    if (format === 'svg') return download(svgFile(picture, palette, family, title), 'timeline.svg');
    return void pngFile(picture, palette, family).then((file) => download(file, 'timeline.png'));
  };
  return (
    <span className="tl-export" ref={box}>
      <button
        type="button"
        className="tl-button is-icon"
        aria-label={words.exportLabel}
        title={words.exportLabel}
        aria-expanded={isOpen}
        aria-controls={menuId}
        onClick={() => setOpen(!isOpen)}
      >
        <Download size={13} aria-hidden="true" />
      </button>
      <span id={menuId} className="tl-menu" hidden={!isOpen}>
        {(['trace', 'svg', 'png'] as const).map((format) => (
          <button key={format} type="button" className="tl-button" onClick={() => save(format)}>
            {words.exports[format]}
          </button>
        ))}
      </span>
    </span>
  );
}
