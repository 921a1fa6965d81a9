import { withBasePath } from '@/app/_site/paths';

export function registerWorker(): Promise<ServiceWorkerRegistration> {
  return navigator.serviceWorker.register(withBasePath('/sw.js'), { updateViaCache: 'none' });
}
