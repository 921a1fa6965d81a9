import { startProcess } from '../process/start-process';
import { frontEnd } from './front-end';
import { webEndpoint } from './web-endpoint';

void startProcess(webEndpoint(), frontEnd);
