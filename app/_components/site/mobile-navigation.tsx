'use client';

import { Menu, X } from 'lucide-react';
import { type MouseEvent, type ReactNode, useRef } from 'react';

interface MobileNavigationProps {
  readonly open: string;
  readonly close: string;
  readonly children: ReactNode;
}

/** The navigation of small screens: a modal dialog of the platform, which keeps the focus and closes with Esc. */
export function MobileNavigation({ open, close, children }: MobileNavigationProps) {
  const sheet = useRef<HTMLDialogElement>(null);

  const closeAfterUse = ({ target, currentTarget }: MouseEvent<HTMLDialogElement>) => {
    const onBackdrop = target === currentTarget;
    const onLink = target instanceof Element && target.closest('a') !== null;
    if (onBackdrop || onLink) currentTarget.close();
  };

  return (
    <>
      <button
        type="button"
        className="icon-button min-[901px]:hidden"
        aria-label={open}
        aria-haspopup="dialog"
        onClick={() => sheet.current?.showModal()}
      >
        <Menu size={20} aria-hidden />
      </button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Esc closes a dialog without our help */}
      <dialog ref={sheet} className="sheet" aria-label={open} onClick={closeAfterUse}>
        <div className="sheet-inside">
          <div className="flex h-(--top) items-center justify-end">
            <button type="button" className="icon-button" aria-label={close} onClick={() => sheet.current?.close()}>
              <X size={20} aria-hidden />
            </button>
          </div>
          {children}
        </div>
      </dialog>
    </>
  );
}
