/*
 * Recorder: preloaded into a program, it writes down every change that the program makes to the files below one folder, in
 * order, so that a power cut after any of them can be played (disk.ts). It changes nothing of what the program does.
 *
 *   RECORD_BELOW   the folder, absolute, with no slash at its end
 *   RECORD_TO      where the recording goes; outside of that folder
 *
 * A record: u8 kind, u16 bytes of path, u32 bytes of data, u64 offset or size, path, data; little-endian. Paths start at the
 * folder. A change is recorded before it is made, a sync after it has returned: only then does anything stand on it.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum kind { CREATE = 1, WRITE, TRUNCATE, SYNC, SYNC_FOLDER, RENAME, UNLINK, MAKE_FOLDER };

enum { FILES = 4096 };
static char *opened[FILES]; /* path below the folder of each open file */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int recording = -1;
static char folder[PATH_MAX];

__attribute__((constructor)) static void begin(void) {
  const char *below = getenv("RECORD_BELOW");
  const char *to = getenv("RECORD_TO");
  if (below == NULL || to == NULL || strlen(below) >= sizeof folder) return;
  strcpy(folder, below);
  recording = (int)syscall(SYS_openat, AT_FDCWD, to, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  /* A child of the program is another program. */
  unsetenv("LD_PRELOAD");
}

/* The part of a path below the folder, with its slash; NULL: not below it. */
static const char *below(const char *path, char *buffer) {
  if (recording < 0 || path == NULL) return NULL;
  const char *whole = path;
  if (path[0] != '/') {
    if (getcwd(buffer, PATH_MAX) == NULL || strlen(buffer) + strlen(path) + 2 > PATH_MAX) return NULL;
    strcat(strcat(buffer, "/"), path);
    whole = buffer;
  }
  size_t length = strlen(folder);
  if (strncmp(whole, folder, length) != 0 || (whole[length] != '/' && whole[length] != 0)) return NULL;
  return whole + length;
}

static void record(enum kind kind, const char *path, uint64_t number, const void *data, uint32_t bytes) {
  uint16_t name = (uint16_t)strlen(path);
  uint8_t head[15];
  head[0] = (uint8_t)kind;
  memcpy(head + 1, &name, 2);
  memcpy(head + 3, &bytes, 4);
  memcpy(head + 7, &number, 8);
  struct iovec parts[3] = {{head, sizeof head}, {(void *)path, name}, {(void *)data, bytes}};
  pthread_mutex_lock(&lock);
  if (syscall(SYS_writev, recording, parts, 3) != (long)(sizeof head + name + bytes)) abort();
  pthread_mutex_unlock(&lock);
}

static const char *path_of(int file) { return file >= 0 && file < FILES ? opened[file] : NULL; }

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static int note_open(int file, const char *path, int flags, int existed) {
  if (file < 0 || file >= FILES) return file;
  char *known = opened[file];
  opened[file] = path == NULL ? NULL : strdup(path);
  free(known);
  if (path == NULL) return file;
  if ((flags & O_CREAT) && !existed) record(CREATE, path, 0, NULL, 0);
  if ((flags & O_TRUNC) && existed) record(TRUNCATE, path, 0, NULL, 0);
  return file;
}

static int opened_by(int (*how)(int, const char *, int, mode_t), int at, const char *path, int flags, mode_t mode) {
  char buffer[PATH_MAX];
  const char *inside = at == AT_FDCWD || path[0] == '/' ? below(path, buffer) : NULL;
  int existed = inside != NULL && faccessat(AT_FDCWD, path, F_OK, 0) == 0;
  return note_open(how(at, path, flags, mode), inside, flags, existed);
}

static int by_openat(int at, const char *path, int flags, mode_t mode) { return REAL(openat)(at, path, flags, mode); }

static mode_t mode_in(int flags, va_list rest) { return flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0; }

#define OPEN(name)                                                                  \
  int name(const char *path, int flags, ...) {                                      \
    va_list rest;                                                                   \
    va_start(rest, flags);                                                          \
    mode_t mode = mode_in(flags, rest);                                             \
    va_end(rest);                                                                   \
    return opened_by(by_openat, AT_FDCWD, path, flags, mode);                       \
  }
OPEN(open)
OPEN(open64)

int openat(int at, const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = mode_in(flags, rest);
  va_end(rest);
  return opened_by(by_openat, at, path, flags, mode);
}

int close(int file) {
  if (file >= 0 && file < FILES && opened[file] != NULL) {
    free(opened[file]);
    opened[file] = NULL;
  }
  return REAL(close)(file);
}

/* Where a write without a place of its own goes. */
static uint64_t place_of(int file) {
  struct stat now;
  int appends = fcntl(file, F_GETFL) & O_APPEND;
  if (appends && fstat(file, &now) == 0) return (uint64_t)now.st_size;
  return (uint64_t)lseek(file, 0, SEEK_CUR);
}

ssize_t write(int file, const void *data, size_t bytes) {
  const char *path = path_of(file);
  if (path != NULL) record(WRITE, path, place_of(file), data, (uint32_t)bytes);
  return REAL(write)(file, data, bytes);
}

static ssize_t written_at(int file, const void *data, size_t bytes, off64_t at) {
  const char *path = path_of(file);
  if (path != NULL) record(WRITE, path, (uint64_t)at, data, (uint32_t)bytes);
  return syscall(SYS_pwrite64, file, data, bytes, at);
}
ssize_t pwrite64(int file, const void *data, size_t bytes, off64_t at) { return written_at(file, data, bytes, at); }
ssize_t pwrite(int file, const void *data, size_t bytes, off_t at) { return written_at(file, data, bytes, at); }

static void record_parts(int file, const struct iovec *parts, int count, uint64_t at) {
  const char *path = path_of(file);
  for (int each = 0; path != NULL && each < count; each += 1) {
    record(WRITE, path, at, parts[each].iov_base, (uint32_t)parts[each].iov_len);
    at += parts[each].iov_len;
  }
}
ssize_t writev(int file, const struct iovec *parts, int count) {
  if (path_of(file) != NULL) record_parts(file, parts, count, place_of(file));
  return REAL(writev)(file, parts, count);
}
ssize_t pwritev(int file, const struct iovec *parts, int count, off_t at) {
  record_parts(file, parts, count, (uint64_t)at);
  return REAL(pwritev)(file, parts, count, at);
}
ssize_t pwritev64(int file, const struct iovec *parts, int count, off64_t at) { return pwritev(file, parts, count, at); }

static int truncated(int file, off64_t size) {
  const char *path = path_of(file);
  if (path != NULL) record(TRUNCATE, path, (uint64_t)size, NULL, 0);
  return (int)syscall(SYS_ftruncate, file, size);
}
int ftruncate(int file, off_t size) { return truncated(file, size); }
int ftruncate64(int file, off64_t size) { return truncated(file, size); }

static int synced(int file, int result) {
  struct stat now;
  const char *path = path_of(file);
  if (path != NULL && result == 0 && fstat(file, &now) == 0)
    record(S_ISDIR(now.st_mode) ? SYNC_FOLDER : SYNC, path, 0, NULL, 0);
  return result;
}
int fsync(int file) { return synced(file, REAL(fsync)(file)); }
int fdatasync(int file) { return synced(file, REAL(fdatasync)(file)); }

int rename(const char *from, const char *to) {
  char here[PATH_MAX], there[PATH_MAX];
  const char *old = below(from, here), *new = below(to, there);
  if (old != NULL && new != NULL) record(RENAME, old, 0, new, (uint32_t)strlen(new));
  return REAL(rename)(from, to);
}

int unlink(const char *path) {
  char buffer[PATH_MAX];
  const char *inside = below(path, buffer);
  if (inside != NULL && faccessat(AT_FDCWD, path, F_OK, 0) == 0) record(UNLINK, inside, 0, NULL, 0);
  return REAL(unlink)(path);
}

/* As a folder is removed with all in it: by the open folder and a name in it. */
int unlinkat(int at, const char *path, int flags) {
  char whole[2 * PATH_MAX], buffer[PATH_MAX];
  if (path_of(at) != NULL) snprintf(whole, sizeof whole, "%s%s/%s", folder, path_of(at), path);
  else snprintf(whole, sizeof whole, "%s", path);
  const char *inside = at == AT_FDCWD || path_of(at) != NULL ? below(whole, buffer) : NULL;
  if (inside != NULL && (flags & AT_REMOVEDIR) == 0) record(UNLINK, inside, 0, NULL, 0);
  return REAL(unlinkat)(at, path, flags);
}

int mkdir(const char *path, mode_t mode) {
  char buffer[PATH_MAX];
  const char *inside = below(path, buffer);
  int result = REAL(mkdir)(path, mode);
  if (inside != NULL && result == 0) record(MAKE_FOLDER, inside, 0, NULL, 0);
  return result;
}
