"""Findings written down (检查结果输出): JSON, SARIF, and a workbook with notes on the figures."""

__all__: list[str] = []
