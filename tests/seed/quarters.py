"""What the acceptance of the demonstration looks at: ties of 90 days, worked out apart from the product.

Follows the stage rules that are meant to hold (Krebs & Holley's stages made into thresholds); networkx is
the oracle.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import networkx as nx

from knoop.archives.archive import Archive

REPLY, MENTION, REACTION = 3, 2, 1


@dataclass(frozen=True, kw_only=True)
class Quarter:
    graph: nx.Graph
    largest_share: float  # of all members
    keep1: float  # of the largest component, after its top person is gone
    keep5: float  # of the largest component, after its top 5 % are gone
    top1b: float
    centralisation: float
    modularity: float
    silo_index: float
    top: list[str]  # by betweenness

    @property
    def stage(self) -> int:
        if self.largest_share < 0.5:
            return 1
        if self.keep1 < 0.55 or (self.top1b >= 0.5 and self.centralisation >= 0.6):
            return 2
        return 3 if self.keep5 < 0.6 or self.modularity >= 0.45 else 4


def ties(archive: Archive, ends: date, days: int = 90) -> nx.Graph:
    """Undirected: both ways something happened, or a weight of 3 or more both ways together."""
    until = datetime(ends.year, ends.month, ends.day, tzinfo=UTC) + timedelta(days=1)
    since = until - timedelta(days=days)
    author = {message.key: message.author for message in archive.messages}
    weight: Counter[tuple[str, str]] = Counter()
    for message in archive.messages:
        for reaction in message.reactions:
            if reaction.at is not None and since <= reaction.at < until:
                weight[reaction.person, message.author] += REACTION
        if since <= message.at < until:
            if message.replies_to is not None:
                weight[message.author, author[message.replies_to]] += REPLY
            for mentioned in message.mentions:
                weight[message.author, mentioned] += MENTION
    graph = nx.Graph()
    for (one, other), there in weight.items():
        back = weight.get((other, one), 0)
        if one != other and ((there and back) or there + back >= 3):
            graph.add_edge(one, other)
    return graph


def quarter(archive: Archive, ends: date) -> Quarter:
    graph = ties(archive, ends)
    giant = graph.subgraph(max(nx.connected_components(graph), key=len)).copy()
    between = nx.betweenness_centrality(giant)
    top = sorted(between, key=lambda person: (-between[person], person))
    size = len(giant)
    most = between[top[0]]
    communities = nx.community.louvain_communities(graph, seed=7)
    return Quarter(
        graph=graph,
        largest_share=size / len(archive.people),
        keep1=_kept(giant, top[:1]),
        keep5=_kept(giant, top[: max(2, round(size * 0.05))]),
        top1b=most / sum(between.values()),
        centralisation=sum(most - value for value in between.values()) / (size - 1),
        modularity=nx.community.modularity(graph, communities),
        silo_index=_silo_index(archive, graph),
        top=top,
    )


def _kept(giant: nx.Graph, without: list[str]) -> float:
    rest = giant.copy()
    rest.remove_nodes_from(without)
    return max(map(len, nx.connected_components(rest))) / len(giant)


def _silo_index(archive: Archive, graph: nx.Graph) -> float:
    unit = {person.key: person.unit for person in archive.people}
    outside = sum(unit[a] != unit[b] for a, b in graph.edges)
    inside = graph.number_of_edges() - outside
    ei = (outside - inside) / (outside + inside)
    sizes = Counter(unit[person] for person in graph)
    n = len(graph)
    expected = 1 - 2 * sum(s * (s - 1) for s in sizes.values()) / (n * (n - 1))
    return (expected - ei) / (expected + 1)
