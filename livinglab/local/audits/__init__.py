"""Commands that look at the code, and at the site as visitors get it: pictures, costs, what Lighthouse says of it."""
