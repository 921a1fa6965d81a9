import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { build } from 'esbuild';
import { chromiumArguments, findChromium } from '../scripts/find-chromium';
import type { Frames } from './timeline/page';

/* `npm run bench:timeline`: frames of the timeline with 64 lanes and 100,000 events, in Chromium. */

const LEAST_FRAMES = 57;
const MOST_MILLISECONDS = 16.7;

const root = join(import.meta.dirname, '..');
const bundle = await build({
  absWorkingDir: root,
  entryPoints: ['bench/timeline/page.ts'],
  alias: { '@': root },
  bundle: true,
  write: false,
  format: 'iife',
  target: 'es2022',
});
const tokens = readFileSync(join(root, 'app/_styles/tokens.css'), 'utf8');
const browser = await chromium.launch({ executablePath: findChromium(console.log), args: [...chromiumArguments] });
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1400 } });
  await page.setContent(`<style>${tokens}</style><div style="width: 1100px"><canvas style="width: 100%"></canvas></div>`);
  await page.addScriptTag({ content: bundle.outputFiles[0]?.text ?? '' });
  const measured = await page.evaluate<Record<string, Frames>>('measureTimeline()');
  for (const [what, { perSecond, median, slow }] of Object.entries(measured)) {
    const isWell = perSecond >= LEAST_FRAMES && median <= MOST_MILLISECONDS;
    const times = `script ${median.toFixed(1)} ms a frame, 1 in 100 above ${slow.toFixed(1)} ms`;
    console.log(`${what}: ${perSecond.toFixed(0)} frames a second ${isWell ? '✓' : '✗'}, ${times}`);
  }
} finally {
  await browser.close();
}
