/** The error numbers system calls answer with: Linux's. */
export const Errno = {
  ok: 0,
  ENOENT: 2,
  ESRCH: 3,
  EBADF: 9,
  EAGAIN: 11,
  ENOMEM: 12,
  EEXIST: 17,
  EINVAL: 22,
  EPIPE: 32,
  EADDRINUSE: 98,
  ECONNREFUSED: 111,
} as const;
export type Errno = (typeof Errno)[keyof typeof Errno];
