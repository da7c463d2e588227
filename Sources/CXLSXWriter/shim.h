// The whole header of libxlsxwriter takes long to import; what is used of it has a face here.
#ifndef DIZIM_CXLSXWRITER_SHIM_H
#define DIZIM_CXLSXWRITER_SHIM_H

#include <xlsxwriter.h>

#include "../CLinux/late.h"

#define DIZIM_XLSXWRITER "libxlsxwriter.so." LXW_SOVERSION

DIZIM_LATE(
    lxw_workbook *, dizim_workbook_with, (const char *path, lxw_workbook_options *options), DIZIM_XLSXWRITER,
    workbook_new_opt, (path, options))
DIZIM_LATE(lxw_error, dizim_workbook_close, (lxw_workbook * workbook), DIZIM_XLSXWRITER, workbook_close, (workbook))
DIZIM_LATE(
    lxw_error, dizim_workbook_set_properties, (lxw_workbook * workbook, lxw_doc_properties *properties),
    DIZIM_XLSXWRITER, workbook_set_properties, (workbook, properties))
DIZIM_LATE(
    lxw_worksheet *, dizim_workbook_add_sheet, (lxw_workbook * workbook, const char *name), DIZIM_XLSXWRITER,
    workbook_add_worksheet, (workbook, name))
DIZIM_LATE(
    lxw_format *, dizim_workbook_add_format, (lxw_workbook * workbook), DIZIM_XLSXWRITER, workbook_add_format,
    (workbook))
DIZIM_LATE(
    void, dizim_format_set_number, (lxw_format * format, uint8_t number), DIZIM_XLSXWRITER,
    format_set_num_format_index, (format, number))
DIZIM_LATE(void, dizim_format_set_bold, (lxw_format * format), DIZIM_XLSXWRITER, format_set_bold, (format))
DIZIM_LATE(
    lxw_error, dizim_sheet_write,
    (lxw_worksheet * sheet, lxw_row_t row, lxw_col_t column, const char *text, lxw_format *format),
    DIZIM_XLSXWRITER, worksheet_write_string, (sheet, row, column, text, format))
DIZIM_LATE(
    void, dizim_sheet_freeze, (lxw_worksheet * sheet, lxw_row_t row, lxw_col_t column), DIZIM_XLSXWRITER,
    worksheet_freeze_panes, (sheet, row, column))
DIZIM_LATE(
    lxw_error, dizim_sheet_filter,
    (lxw_worksheet * sheet, lxw_row_t row, lxw_col_t column, lxw_row_t last_row, lxw_col_t last_column),
    DIZIM_XLSXWRITER, worksheet_autofilter, (sheet, row, column, last_row, last_column))
DIZIM_LATE(
    lxw_error, dizim_sheet_set_column,
    (lxw_worksheet * sheet, lxw_col_t first, lxw_col_t last, double width, lxw_format *format), DIZIM_XLSXWRITER,
    worksheet_set_column, (sheet, first, last, width, format))
DIZIM_LATE(
    lxw_error, dizim_sheet_ignore, (lxw_worksheet * sheet, uint8_t warning, const char *range), DIZIM_XLSXWRITER,
    worksheet_ignore_errors, (sheet, warning, range))
DIZIM_LATE(char *, dizim_workbook_message, (lxw_error error), DIZIM_XLSXWRITER, lxw_strerror, (error))

/// Begins a workbook at `path`; its temporary files are in `folder`, without names.
static inline lxw_workbook *dizim_workbook(const char *path, const char *folder) {
  lxw_workbook_options options = {.constant_memory = LXW_TRUE, .tmpdir = (char *)folder};
  return dizim_workbook_with(path, &options);
}

/// A format that keeps what is typed into a cell as text.
static inline lxw_format *dizim_text_format(lxw_workbook *workbook, int is_bold) {
  lxw_format *format = dizim_workbook_add_format(workbook);
  if (format) {
    dizim_format_set_number(format, 49);  // "@"
    if (is_bold) dizim_format_set_bold(format);
  }
  return format;
}

/// Gives the workbook a date of its own, so that the same rows are the same bytes on any day.
static inline void dizim_set_no_date(lxw_workbook *workbook) {
  lxw_doc_properties properties = {.created = 315532800};  // 1980-01-01, as the entries of the archive
  dizim_workbook_set_properties(workbook, &properties);
}

static inline void dizim_number_as_text_is_meant(lxw_worksheet *sheet, const char *range) {
  dizim_sheet_ignore(sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, range);
}

#endif
