// Linux calls that Swift's Glibc module does not show: GNU extensions, and variadic functions.
#ifndef CLINUX_H
#define CLINUX_H

#include <stdint.h>

/// A pipe whose ends are not inherited by children. 0 on success, else errno says why.
int cs_pipe(int ends[_Nonnull 2]);

/// Lets two files or folders of one file system change names at one stroke, so that a name is never
/// without its file. 0 on success, else the error's number.
int cs_exchange(const char *_Nonnull first, const char *_Nonnull second);

/// What a worker denies itself, once, before it opens any file. What the system refuses is left as
/// it is.
void cs_limit_worker(uint64_t address_space, uint64_t file_size, uint64_t descriptors);

/// Gives memory back that a process needs no more once it waits: free blocks of malloc, and the
/// mapped pages of program code. Code that is called again is mapped again from the page cache,
/// which costs microseconds; start-up code, most of it, never is.
void cs_release_idle_memory(void);

#endif
