"""``make live``: site and printed pages side by side in a browser, made anew at each save."""
