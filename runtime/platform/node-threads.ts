import { startProcess } from '../process/start-process';
import { waitInSteps } from '../process/threads/wait-in-steps';
import { frontEnd } from './front-end';
import { nodeEndpoint } from './node-endpoint';

waitInSteps();
void startProcess(nodeEndpoint(), frontEnd);
