import type { Metadata } from 'next';
import { Program } from '@/app/_components/lesson/program';
import { CourseOutline } from '@/app/_components/site/course-outline';
import { IntentLink } from '@/app/_components/site/intent-link';
import { ResumeLink } from '@/app/_components/site/resume-link';
import { messages } from '@/app/_i18n';
import { chaptersIn } from '@/app/_lessons/lessons';
import { showcaseProgram } from '@/app/_lessons/showcase';
import { languageOf } from '@/app/_site/language';
import { pageMetadata } from '@/app/_site/metadata';
import { homePath, lessonPath, playgroundPath } from '@/app/_site/paths';

export async function generateMetadata({ params }: PageProps<'/[lang]'>): Promise<Metadata> {
  const lang = languageOf((await params).lang);
  const { metaTitle, description } = messages(lang).site.home;
  return pageMetadata({ lang, path: homePath(lang), title: metaTitle, description });
}

export default async function HomePage({ params }: PageProps<'/[lang]'>) {
  const lang = languageOf((await params).lang);
  const text = messages(lang).site.home;
  const chapters = chaptersIn(lang);
  const lessons = chapters
    .flatMap((chapter) => chapter.lessons)
    .map(({ slug, title }) => ({ slug, href: lessonPath(lang, slug), resume: text.resume(title) }));

  return (
    <main id="content" tabIndex={-1} className="home">
      <div className="home-intro">
        <h1 className="home-title">{text.title}</h1>
        <p className="home-lead">{text.lead}</p>
        <p className="flex flex-wrap gap-3">
          <ResumeLink lessons={lessons} start={text.start} />
          <IntentLink href={playgroundPath(lang)} className="button">
            {text.openPlayground}
          </IntentLink>
        </p>
      </div>
      <div className="home-program">
        <Program programId="home/showcase" program={showcaseProgram(lang)} lang={lang} title={text.program} />
      </div>
      <nav className="home-course" aria-label={text.course}>
        <CourseOutline lang={lang} chapters={chapters} />
      </nav>
    </main>
  );
}
