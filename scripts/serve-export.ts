import { hostingSettings } from '../hosting/settings';
import { staticServer } from './export/static-server';

/* Serves `out/` as a static host does, at PORT; with --no-headers as one that cannot set headers. */

const port = Number(process.env['PORT'] ?? 3000);
const { basePath } = hostingSettings();
const server = await staticServer('out', basePath, { withHeaders: !process.argv.includes('--no-headers') });
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit());
server.listen(port, () => console.log(`out/ is at http://localhost:${port}${basePath}/ (Ctrl+C stops it)`));
