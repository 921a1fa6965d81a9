import { SearchButton } from '@/app/_components/search/search-button';
import { messages } from '@/app/_i18n';
import { chaptersIn } from '@/app/_lessons/lessons';
import { lessonsPath, playgroundPath, referencePath } from '@/app/_site/paths';
import type { Language } from '@/content/lesson-schema';
import { Brand } from './brand';
import { CourseOutline } from './course-outline';
import { LanguageSwitch } from './language-switch';
import { MobileNavigation } from './mobile-navigation';
import { SectionLink } from './section-link';
import { ThemeSwitch } from './theme-switch';

export function SiteHeader({ lang }: { readonly lang: Language }) {
  const { header, theme, lessons } = messages(lang).site;
  const sections = [
    { href: lessonsPath(lang), title: header.lessons },
    { href: playgroundPath(lang), title: header.playground },
    { href: referencePath(lang), title: header.reference },
  ];
  return (
    <header className="top-bar">
      <Brand lang={lang} />
      <nav className="flex gap-[18px] text-sm max-[900px]:hidden" aria-label={header.site}>
        {sections.map(({ href, title }) => (
          <SectionLink key={href} href={href}>
            {title}
          </SectionLink>
        ))}
      </nav>
      <div className="ml-auto flex items-center gap-1 sm:gap-2">
        <SearchButton lang={lang} />
        <LanguageSwitch lang={lang} label={header.language} />
        <ThemeSwitch labels={theme} />
        <MobileNavigation open={header.menu} close={header.closeMenu}>
          <nav aria-label={header.site} className="mb-4 border-b border-line pb-4">
            {sections.map(({ href, title }) => (
              <SectionLink key={href} href={href} className="outline-lesson">
                {title}
              </SectionLink>
            ))}
          </nav>
          <nav aria-label={lessons.outline}>
            <CourseOutline lang={lang} chapters={chaptersIn(lang)} />
          </nav>
        </MobileNavigation>
      </div>
    </header>
  );
}
