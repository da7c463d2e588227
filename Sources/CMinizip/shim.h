// minizip reads an archive through functions of its user. Here they read a block of memory, so that nothing of an
// archive is ever on the disk.
#ifndef DIZIM_CMINIZIP_SHIM_H
#define DIZIM_CMINIZIP_SHIM_H

#include <minizip/unzip.h>
#include <stdint.h>
#include <string.h>

#include "../CLinux/late.h"

#define DIZIM_MINIZIP "libminizip.so.1"

DIZIM_LATE(
    unzFile, dizim_zip_open_with, (const void *path, zlib_filefunc64_def *functions), DIZIM_MINIZIP, unzOpen2_64,
    (path, functions))
DIZIM_LATE(int, dizim_zip_close, (unzFile archive), DIZIM_MINIZIP, unzClose, (archive))
DIZIM_LATE(
    int, dizim_zip_info, (unzFile archive, unz_global_info64 *info), DIZIM_MINIZIP, unzGetGlobalInfo64,
    (archive, info))
DIZIM_LATE(int, dizim_zip_go_to_first, (unzFile archive), DIZIM_MINIZIP, unzGoToFirstFile, (archive))
DIZIM_LATE(int, dizim_zip_go_to_next, (unzFile archive), DIZIM_MINIZIP, unzGoToNextFile, (archive))
DIZIM_LATE(
    int, dizim_zip_go_to, (unzFile archive, const unz64_file_pos *position), DIZIM_MINIZIP, unzGoToFilePos64,
    (archive, position))
DIZIM_LATE(
    int, dizim_zip_position, (unzFile archive, unz64_file_pos *position), DIZIM_MINIZIP, unzGetFilePos64,
    (archive, position))
DIZIM_LATE(
    int, dizim_zip_entry, (unzFile archive, unz_file_info64 *info, char *name, uLong longest_name), DIZIM_MINIZIP,
    unzGetCurrentFileInfo64, (archive, info, name, longest_name, NULL, 0, NULL, 0))
DIZIM_LATE(int, dizim_zip_open_entry, (unzFile archive), DIZIM_MINIZIP, unzOpenCurrentFile, (archive))
DIZIM_LATE(
    int, dizim_zip_read_entry, (unzFile archive, void *buffer, unsigned size), DIZIM_MINIZIP, unzReadCurrentFile,
    (archive, buffer, size))
DIZIM_LATE(int, dizim_zip_close_entry, (unzFile archive), DIZIM_MINIZIP, unzCloseCurrentFile, (archive))

/// An archive in memory, and where the next byte is read.
typedef struct {
  const uint8_t *bytes;
  uint64_t size;
  uint64_t position;
} dizim_zip_memory;

static inline voidpf dizim_zip_open_stream(voidpf memory, const void *name, int mode) { return memory; }

static inline uLong dizim_zip_read(voidpf opaque, voidpf stream, void *buffer, uLong size) {
  dizim_zip_memory *memory = (dizim_zip_memory *)stream;
  uint64_t rest = memory->size - memory->position;
  if (size > rest) size = (uLong)rest;
  memcpy(buffer, memory->bytes + memory->position, size);
  memory->position += size;
  return size;
}

static inline uLong dizim_zip_write(voidpf opaque, voidpf stream, const void *buffer, uLong size) { return 0; }

static inline ZPOS64_T dizim_zip_tell(voidpf opaque, voidpf stream) {
  return ((dizim_zip_memory *)stream)->position;
}

static inline long dizim_zip_seek(voidpf opaque, voidpf stream, ZPOS64_T offset, int origin) {
  dizim_zip_memory *memory = (dizim_zip_memory *)stream;
  uint64_t base = origin == ZLIB_FILEFUNC_SEEK_SET   ? 0
                  : origin == ZLIB_FILEFUNC_SEEK_CUR ? memory->position
                                                     : memory->size;
  if (offset > memory->size - base) return -1;
  memory->position = base + offset;
  return 0;
}

static inline int dizim_zip_no_error(voidpf opaque, voidpf stream) { return 0; }

/// Opens the archive in `memory`, which has to outlive the handle; NULL where it is none.
static inline unzFile dizim_zip_open(dizim_zip_memory *memory) {
  zlib_filefunc64_def functions = {
      .zopen64_file = dizim_zip_open_stream,
      .zread_file = dizim_zip_read,
      .zwrite_file = dizim_zip_write,
      .ztell64_file = dizim_zip_tell,
      .zseek64_file = dizim_zip_seek,
      .zclose_file = dizim_zip_no_error,
      .zerror_file = dizim_zip_no_error,
      .opaque = memory,
  };
  return dizim_zip_open_with("", &functions);
}

#endif
