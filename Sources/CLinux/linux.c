#define _GNU_SOURCE
#include "CLinux.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <string.h>
#include <stdio.h>
#include <malloc.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

int cs_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }

int cs_exchange(const char *first, const char *second) {
  return renameat2(AT_FDCWD, first, AT_FDCWD, second, RENAME_EXCHANGE) ? errno : 0;
}

static void limit(__rlimit_resource_t resource, rlim_t value) {
  struct rlimit current;
  if (getrlimit(resource, &current)) return;
  if (value > current.rlim_max) value = current.rlim_max;
  struct rlimit wanted = {value, value};
  setrlimit(resource, &wanted);
}

void cs_limit_worker(uint64_t address_space, uint64_t file_size, uint64_t descriptors) {
  limit(RLIMIT_AS, address_space);
  limit(RLIMIT_FSIZE, file_size);
  limit(RLIMIT_NOFILE, descriptors);
  // A crash is expected now and then and must not fill the disk with core files.
  limit(RLIMIT_CORE, 0);
  // Writing past the limit then fails with EFBIG instead of ending the process.
  signal(SIGXFSZ, SIG_IGN);
  // No privileges through set-user-id programs.
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  // Gone when the supervisor's thread is gone, even if it was killed.
  prctl(PR_SET_PDEATHSIG, SIGKILL);
}

void cs_release_idle_memory(void) {
  malloc_trim(0);
  FILE *maps = fopen("/proc/self/maps", "re");
  if (maps == NULL) return;
  char line[4400];
  while (fgets(line, sizeof line, maps) != NULL) {
    unsigned long start, end;
    char permissions[5], path[4096];
    // Only code of files: such pages are never written, so nothing is lost with them.
    int fields = sscanf(line, "%lx-%lx %4s %*s %*s %*s %4095s", &start, &end, permissions, path);
    if (fields == 4 && strcmp(permissions, "r-xp") == 0 && path[0] == '/')
      madvise((void *)start, end - start, MADV_DONTNEED);
  }
  fclose(maps);
}
