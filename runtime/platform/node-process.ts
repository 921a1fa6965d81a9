import { startProcess } from '../process/start-process';
import { frontEnd } from './front-end';
import { nodeEndpoint } from './node-endpoint';

void startProcess(nodeEndpoint(), frontEnd);
