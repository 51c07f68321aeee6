"""A small kit that draws the demo's pictures: flat scenes of the things that are bought."""
