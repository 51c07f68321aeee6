"""The clause basket: texts that a visitor collects, orders, edits and takes along.

Its address holds the short ids of the clauses in their order, and that is all there is: nothing is stored on the
server. The browser keeps the same ids (`basket.js`), and every step is a link or a form that works without it.
"""
