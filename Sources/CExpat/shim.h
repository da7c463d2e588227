// Expat's constants are macros with casts, which Swift cannot see.
#ifndef DIZIM_CEXPAT_SHIM_H
#define DIZIM_CEXPAT_SHIM_H

#include <expat.h>

static inline int dizim_xml_parse(XML_Parser parser, const char *bytes, int count, int is_last) {
  return XML_Parse(parser, bytes, count, is_last) != XML_STATUS_ERROR;
}

static inline void dizim_xml_stop(XML_Parser parser) { XML_StopParser(parser, XML_FALSE); }

#endif
