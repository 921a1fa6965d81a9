import '../globals.css';
import type { ReactNode } from 'react';
import { DocumentShell } from '@/app/_components/site/document-shell';

export { viewport } from '@/app/_site/metadata';

export default function ChooserLayout({ children }: { readonly children: ReactNode }) {
  return <DocumentShell lang="en">{children}</DocumentShell>;
}
