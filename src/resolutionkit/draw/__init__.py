"""Figures, and the same in words for those who cannot see them."""

from resolutionkit.draw.bar_chart import bars
from resolutionkit.draw.glance import document_at_a_glance, document_in_words, paragraph_table
from resolutionkit.draw.layered import tree, two_columns
from resolutionkit.draw.network import network, network_in_words
from resolutionkit.draw.node_places import places
from resolutionkit.draw.style import figure_style
from resolutionkit.draw.tabled_amendments import amendments_by_paragraph, amendments_in_words
from resolutionkit.draw.timeline import citation_table, citation_timeline, timeline_in_words
