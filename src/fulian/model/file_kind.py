"""What kind of file a document came in."""

from __future__ import annotations

from fulian.values.term import Term

__all__ = ["FileKind"]


class FileKind(Term):
    """What kind of file it is (文件格式).

    Example:
        >>> FileKind.HTML.zh
        '网页'
    """

    TEXT = "text", "纯文本"
    HTML = "html", "网页"
    MHT = "mht", "网页存档"
    DOCX = "docx", "Word 文档"
    DOC = "doc", "旧版 Word 文档"
    ODT = "odt", "开放文档"
    RTF = "rtf", "RTF 文档"
    XLSX = "xlsx", "Excel 工作簿"
    XLS = "xls", "旧版 Excel 工作簿"
    ODS = "ods", "开放电子表格"
    CSV = "csv", "CSV 表格"
    PDF = "pdf", "PDF 文件"
    ZIP = "zip", "压缩包"
