"""Commands that look at the site as visitors get it: pictures of it, what it costs, what Lighthouse says of it."""
