import { messages } from '@/app/_i18n';
import { siteName } from '@/app/_site/metadata';
import { homePath } from '@/app/_site/paths';
import type { Language } from '@/content/lesson-schema';
import { BrandMark } from './brand-mark';
import { IntentLink } from './intent-link';

export function Brand({ lang }: { readonly lang: Language }) {
  return (
    <IntentLink
      href={homePath(lang)}
      className="flex items-center gap-[10px] font-[650] tracking-[-0.01em]"
      aria-label={messages(lang).site.header.home}
    >
      <BrandMark />
      {siteName}
    </IntentLink>
  );
}
