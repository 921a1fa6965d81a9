'use client';

import type { PlaygroundProps } from './playground-props';
import './playground.css';

export function Playground({ highlighted, title }: PlaygroundProps) {
  return (
    <section className="pg" aria-label={title}>
      <div className="pg-bar">
        <span className="pg-tab">main.ts</span>
      </div>
      <div className="pg-code">{highlighted}</div>
    </section>
  );
}
