"""The pictures, grouped by what they show. Every function here is one finished picture."""
