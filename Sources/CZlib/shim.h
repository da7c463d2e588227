// zlib begins a stream by macros, which Swift cannot see: each that we use has a `static inline` face here.
#ifndef DIZIM_CZLIB_SHIM_H
#define DIZIM_CZLIB_SHIM_H

#include <zlib.h>

// 16 above the size of the window: with the head and the tail of a gzip archive.
static inline int dizim_inflate_begin(z_stream *stream) { return inflateInit2(stream, 15 + 16); }

static inline int dizim_deflate_begin(z_stream *stream) {
  return deflateInit2(stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
}

#endif
