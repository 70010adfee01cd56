"""What the pages ask, one module for each subject; answered once for each version of the data."""
