'use client';

import Link from 'next/link';
import { type ComponentProps, useState } from 'react';

/** A link whose page is loaded ahead once somebody is about to follow it. Next's own loads all pages of a list that comes into view. */
export function IntentLink(props: ComponentProps<typeof Link>) {
  const [isIntended, setIntended] = useState(false);
  const intend = () => setIntended(true);
  return <Link {...props} prefetch={isIntended ? null : false} onPointerEnter={intend} onFocus={intend} />;
}
