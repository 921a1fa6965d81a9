import type { Language } from './lesson-schema';

export interface GlossaryTerm {
  /** How lessons write it; the first place in a lesson is explained. */
  readonly written: Readonly<Record<Language, RegExp>>;
  readonly meaning: Readonly<Record<Language, string>>;
}

/** Words that lessons use before or long after they say what they mean. */
export const glossary: readonly GlossaryTerm[] = [
  {
    written: { en: /\bpickl(?:e|ed|es|ing)\b/i, zh: /pickle|序列化/ },
    meaning: {
      en: 'To pickle is to turn an object into bytes that another process can make an equal object of.',
      zh: 'pickle（序列化）：把对象变成字节，另一个进程可以据此重建一个相等的对象。',
    },
  },
  {
    written: { en: /\bdeadlock(?:s|ed)?\b/i, zh: /死锁/ },
    meaning: {
      en: 'Processes in a deadlock wait for each other, so none of them can ever go on.',
      zh: '死锁：几个进程互相等待，谁也无法继续。',
    },
  },
  {
    written: { en: /\brace conditions?\b/i, zh: /竞态(?:条件)?/ },
    meaning: {
      en: 'In a race condition the result depends on which process happens to come first.',
      zh: '竞态：结果取决于哪个进程碰巧先到。',
    },
  },
  {
    written: { en: /\bsemaphores?\b/i, zh: /信号量/ },
    meaning: {
      en: 'A semaphore is a counter: to acquire takes one and waits at zero, to release gives one back.',
      zh: '信号量：一个计数器。获取时减一，为零则等待；释放时加一。',
    },
  },
  {
    written: { en: /\bdaemon(?:s|ic)?\b/i, zh: /守护进程/ },
    meaning: {
      en: 'A daemon is a process that is terminated when its parent comes to its end.',
      zh: '守护进程：父进程走到尽头时，它会被直接终止。',
    },
  },
  {
    written: { en: /\bGIL\b/, zh: /\bGIL\b|全局解释器锁/ },
    meaning: {
      en: 'The global interpreter lock lets one thread of a Python process run at a time.',
      zh: '全局解释器锁（GIL）：一个 Python 进程里，同一时刻只让一个线程运行。',
    },
  },
  {
    written: { en: /\bsentinels?\b/i, zh: /哨兵/ },
    meaning: {
      en: 'A sentinel is a value that means “there is no more”, sent after the last real one.',
      zh: '哨兵：最后一个真实数据之后发送的值，表示“没有了”。',
    },
  },
  {
    written: { en: /\b(?:proxy|proxies)\b/i, zh: /代理/ },
    meaning: {
      en: 'A proxy stands for an object in another process: what is called on it is done there.',
      zh: '代理：代表另一个进程中的对象；对它的调用在那边执行。',
    },
  },
];
