// The whole header of libxlsxwriter takes long to import; what is used of it has a face here.
#ifndef DIZIM_CXLSXWRITER_SHIM_H
#define DIZIM_CXLSXWRITER_SHIM_H

#include <xlsxwriter.h>

/// Begins a workbook at `path`; its temporary files are in `folder`, without names.
static inline lxw_workbook *dizim_workbook(const char *path, const char *folder) {
  lxw_workbook_options options = {.constant_memory = LXW_TRUE, .tmpdir = (char *)folder};
  return workbook_new_opt(path, &options);
}

/// A format that keeps what is typed into a cell as text.
static inline lxw_format *dizim_text_format(lxw_workbook *workbook, int is_bold) {
  lxw_format *format = workbook_add_format(workbook);
  if (format) {
    format_set_num_format_index(format, 49);  // "@"
    if (is_bold) format_set_bold(format);
  }
  return format;
}

/// Gives the workbook a date of its own, so that the same rows are the same bytes on any day.
static inline void dizim_set_no_date(lxw_workbook *workbook) {
  lxw_doc_properties properties = {.created = 315532800};  // 1980-01-01, as the entries of the archive
  workbook_set_properties(workbook, &properties);
}

static inline void dizim_number_as_text_is_meant(lxw_worksheet *sheet, const char *range) {
  worksheet_ignore_errors(sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, range);
}

#endif
