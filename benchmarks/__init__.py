"""What is measured and never asserted: each figure beside a floor or a rival of the same run."""
