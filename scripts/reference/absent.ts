/** Why a name of Python's is not here: of `module.name`, or of `module.Class.member`; the first pattern that fits. */
export const absent: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [
    /\.(?:allow_connection_pickling|set_executable|set_forkserver_preload|reducer)$/,
    'is about interpreters and start methods that a browser has not',
  ],
  [/\.(?:ForkAware\w+|register_after_fork)$/, 'there is no fork'],
  [/\.(?:close_all_fds_except|get_temp_dir)$/, 'there are no files'],
  [/\.util\.(?:debug|info|sub_debug|sub_warning)$/, 'internal; `getLogger()` does it'],
  [/\.managers\.Token$/, 'internal: a proxy carries what it needs'],
  [/\.util\.spawnv_passfds$|\.util\.log_to_stderr$/, 'internal'],
  [/\.futures\.Executor$/, 'an abstract base; the two executors have the same methods'],
  [/^threading\.(?:settrace|setprofile|gettrace|getprofile)$/, 'JavaScript has no hooks for tracing'],
  [/^threading\.stack_size$/, 'threads have no stack of their own'],
  [/^threading\.(?:ExceptHookArgs)$/, 'a type: `ExceptHookArgs` is an interface'],
  [
    /\.(?:getName|setName|isDaemon|setDaemon|notifyAll|isSet|currentThread|activeCount)$/,
    'deprecated in Python; the property or the new name is here',
  ],
  [/\.BaseManager\.join$|\.SyncManager\.join$|\.SharedMemoryManager\.join$/, '`shutdown()` waits as well'],
  [/\.(?:ThreadPool|Pool)\.Process$/, 'how a pool makes its workers is its own affair'],
  [/\.BufferWrapper\./, 'the buffer is a view at once'],
  [/\.queue\.\w*Queue\.(?:mutex|not_empty|not_full|all_tasks_done)$/, 'internal'],
];
