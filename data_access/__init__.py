"""How facts get in, are kept, and come out. Knows no screen and no words for people."""
