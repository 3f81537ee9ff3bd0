"""Chinese text to values with places (文本识别)."""
