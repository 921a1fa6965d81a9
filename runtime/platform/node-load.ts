import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import { workerData } from 'node:worker_threads';

/*
 * Where every thread begins: runs the script that it is for, with the code that V8 made of it when it was built. To read and
 * compile it anew takes each thread a quarter of its start; a V8 that is not the one of the build does so.
 */

const script = workerData as string;
const run = new Script(readFileSync(script, 'utf8'), { filename: script, cachedData: readFileSync(`${script}.cache`) });
(run.runInThisContext() as (require: NodeJS.Require) => void)(require);
