import type { searchEn } from './search.en';

export const searchZh: typeof searchEn = {
  open: '搜索',
  title: '搜索与命令',
  placeholder: '课程、名称、程序、命令……',
  loading: '正在加载……',
  failed: '搜索没有加载成功，可能是网络断了。请关闭后再搜索一次。',
  nothing: (query) => `没有找到“${query}”。`,
  howTo: '方向键选择，回车打开，Esc 关闭。',
  kinds: {
    lesson: '课程',
    heading: '课文中',
    program: '程序',
    exercise: '练习',
    reference: '参考手册',
    page: '页面',
  },
  actions: '命令',
  themes: { light: '外观：浅色', dark: '外观：深色', system: '外观：跟随系统' },
  otherLanguage: 'Read this page in English',
};
