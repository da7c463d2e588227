#ifndef DIZIM_CEXPAT_SHIM_H
#define DIZIM_CEXPAT_SHIM_H

#include <expat.h>

#include "../CLinux/late.h"

#define DIZIM_EXPAT "libexpat.so.1"

DIZIM_LATE(XML_Parser, dizim_xml_parser, (void), DIZIM_EXPAT, XML_ParserCreate, (NULL))
DIZIM_LATE(void, dizim_xml_free, (XML_Parser parser), DIZIM_EXPAT, XML_ParserFree, (parser))
DIZIM_LATE(
    void, dizim_xml_set_user, (XML_Parser parser, void *user), DIZIM_EXPAT, XML_SetUserData, (parser, user))
DIZIM_LATE(
    void, dizim_xml_on_elements,
    (XML_Parser parser, XML_StartElementHandler start, XML_EndElementHandler end), DIZIM_EXPAT,
    XML_SetElementHandler, (parser, start, end))
DIZIM_LATE(
    void, dizim_xml_on_characters, (XML_Parser parser, XML_CharacterDataHandler characters), DIZIM_EXPAT,
    XML_SetCharacterDataHandler, (parser, characters))
DIZIM_LATE(
    void, dizim_xml_on_document_type, (XML_Parser parser, XML_StartDoctypeDeclHandler start), DIZIM_EXPAT,
    XML_SetStartDoctypeDeclHandler, (parser, start))
// Expat's constants are macros with casts, which Swift cannot see.
DIZIM_LATE(
    enum XML_Status, dizim_xml_status, (XML_Parser parser, const char *bytes, int count, int is_last), DIZIM_EXPAT,
    XML_Parse, (parser, bytes, count, is_last))
DIZIM_LATE(enum XML_Status, dizim_xml_stop, (XML_Parser parser), DIZIM_EXPAT, XML_StopParser, (parser, XML_FALSE))

static inline int dizim_xml_parse(XML_Parser parser, const char *bytes, int count, int is_last) {
  return dizim_xml_status(parser, bytes, count, is_last) != XML_STATUS_ERROR;
}

#endif
