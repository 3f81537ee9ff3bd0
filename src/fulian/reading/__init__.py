"""Files to records (读取)."""
