"""The demonstration: real programme, illustrative figures; comes in by the front door."""
