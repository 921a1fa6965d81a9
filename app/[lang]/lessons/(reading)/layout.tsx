import { CourseOutline } from '@/app/_components/site/course-outline';
import { messages } from '@/app/_i18n';
import { chaptersIn } from '@/app/_lessons/lessons';
import { languageOf } from '@/app/_site/language';

export default async function ReadingLayout({ params, children }: LayoutProps<'/[lang]/lessons'>) {
  const lang = languageOf((await params).lang);
  return (
    <div className="reading">
      <nav className="sidebar no-print" aria-label={messages(lang).site.lessons.outline}>
        <CourseOutline lang={lang} chapters={chaptersIn(lang)} />
      </nav>
      {children}
    </div>
  );
}
