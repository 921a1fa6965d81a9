/* Apart from the schema of lessons: what runs in a browser needs these, and no validator. */

export const languages = ['en', 'zh'] as const;

export type Language = (typeof languages)[number];
