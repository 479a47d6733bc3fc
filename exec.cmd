@rem Scripts in package.json begin with "exec", so that a POSIX shell becomes the command and signals reach it. Windows has no such word.
@%*
