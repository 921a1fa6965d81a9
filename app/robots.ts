import type { MetadataRoute } from 'next';
import { siteAddress } from '@/app/_site/site-address';

export const dynamic = 'force-static';

/** Embeds are other sites' pages to show, not ours to be found by. */
export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: '*', allow: '/', disallow: '/embed/' }, sitemap: `${siteAddress()}sitemap.xml` };
}
