import { startProcess } from '../process/start-process';
import { waitInSteps } from '../process/threads/wait-in-steps';
import { frontEnd } from './front-end';
import { webEndpoint } from './web-endpoint';

waitInSteps();
void startProcess(webEndpoint(), frontEnd);
