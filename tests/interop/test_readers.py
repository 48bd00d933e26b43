"""Every reader of DOT that we know of reads what entente writes, and counts what the evidence says.

The truth is counted from the evidence file alone. A reader that is not installed is skipped.
"""

import shutil
import subprocess
import sys
import warnings
from collections import Counter
from pathlib import Path

PROJECT = Path(__file__).parents[2]
sys.path.insert(0, str(PROJECT / "tests" / "program"))

from harness import ProgramTest, main  # noqa: E402

HOSTILE = """
states:
  norland: {name: 'Nor" <b>\\N</b> ]; } &amp; --> %s', aliases: [Norland]}
  suland: {name: '<b>Suland</b>', aliases: [Suland]}
  node: {name: 'Graph {a|b} \\', aliases: [Eastmark]}
officials:
  anna-berg: {name: "Anna \\"\\\\N\\" Berg", aliases: [Anna Berg], state: norland}
  edge: {name: 'subgraph; strict', aliases: [Elena Faro], state: suland}
organizations:
  -1-2: {name: '&#34; -- 東京', aliases: [River Council]}
"""
HOSTILE_ARTICLE = """title: "\\N" ]; x -> y [ <b> & --> %s
date: 2020-05-01
url: https://news.example/?a=1&b="2"

Anna Berg met Elena Faro in <b>"\\N"</b>.

Elena Faro responded to Norland; "]; }" and <<html>> -- &amp; \\" \\\\ {a|b}.

Suland met Eastmark at the River Council.
"""


class Readers:
    """What is asked of each corpus."""

    plain = False

    def setUp(self):
        super().setUp()
        self.make_corpus()
        arguments = self.arguments + (["--plain"] if self.plain else [])
        self.expect(0, "", "graph", "-o", "net.dot", "-o", "net.jsonl", *arguments)
        lines = self.pairs("net.jsonl")
        edges = {(line["relation"], line["source"], line["target"]) for line in lines if line["status"] == "happened"}
        self.edges = Counter(relation for relation, _, _ in edges)
        self.nodes = {end for edge in edges for end in edge[1:]}
        self.assertGreater(self.edges["met_with"], 0)
        self.assertGreater(self.edges["responded_to"], 0)

    def run_reader(self, program, *arguments, statuses=(0,)):
        """What the program prints; it must not complain, since some of them exit with 0 after an error."""
        if not shutil.which(program):
            self.skipTest(f"{program} is not installed")
        done = subprocess.run([program, *arguments], cwd=self.here, capture_output=True, text=True, timeout=60)
        self.assertEqual(done.stderr, "")
        self.assertIn(done.returncode, statuses)
        return done.stdout

    def expect_counts(self, nodes, edges):
        self.assertEqual((nodes, edges), (len(self.nodes), sum(self.edges.values())))

    def expect_layout(self, engine):
        lines = self.run_reader(engine, "-Tplain", "net.dot").splitlines()
        kinds = Counter(line.split(" ", 1)[0] for line in lines)
        self.expect_counts(kinds["node"], kinds["edge"])

    def expect_network(self, network, unquote):
        self.assertEqual({unquote(name) for name in network.nodes}, self.nodes)
        self.assertEqual(Counter(unquote(edge["relation"]) for _, _, edge in network.edges(data=True)), self.edges)
        self.expect_counts(network.number_of_nodes(), network.number_of_edges())

    def test_dot(self):
        self.expect_layout("dot")

    def test_neato(self):
        self.expect_layout("neato")

    def test_sfdp(self):
        self.expect_layout("sfdp")

    def test_gvpr(self):
        for relation, count in self.edges.items():
            out = self.run_reader("gvpr", f'E[relation == "{relation}"] {{ print($.relation) }}', "net.dot")
            self.assertEqual(out.split(), [relation] * count)

    def test_gc(self):
        nodes, edges, *_ = self.run_reader("gc", "-n", "-e", "net.dot").split()
        self.expect_counts(int(nodes), int(edges))

    def test_ccomps(self):
        # 1: it is not all connected
        self.write("parts.dot", self.run_reader("ccomps", "-x", "net.dot", statuses=(0, 1)))
        lines = self.run_reader("gc", "-n", "-e", "parts.dot").splitlines()
        counts = [line.split()[:2] for line in lines if "total" not in line]
        self.expect_counts(sum(int(nodes) for nodes, _ in counts), sum(int(edges) for _, edges in counts))

    def test_unflatten(self):
        self.write("flat.dot", self.run_reader("unflatten", "net.dot"))
        nodes, edges, *_ = self.run_reader("gc", "-n", "-e", "flat.dot").split()
        self.expect_counts(int(nodes), int(edges))

    def test_gv2gml(self):
        lines = [line.strip() for line in self.run_reader("gv2gml", "net.dot").splitlines()]
        self.expect_counts(lines.count("node ["), lines.count("edge ["))

    def test_networkx_by_pydot(self):
        try:
            import networkx
            import pydot  # noqa: F401
        except ImportError as missing:
            self.skipTest(f"{missing.name} is not installed")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            network = networkx.nx_pydot.read_dot(self.here / "net.dot")
        self.expect_network(network, lambda text: text.strip('"'))

    def test_networkx_by_pygraphviz(self):
        try:
            import networkx
            import pygraphviz  # noqa: F401
        except ImportError as missing:
            self.skipTest(f"{missing.name} is not installed")
        warnings.simplefilter("ignore", ResourceWarning)  # pygraphviz leaves its file open
        self.expect_network(networkx.nx_agraph.read_dot(self.here / "net.dot"), str)


class Articles(Readers):
    arguments = ["-g", str(PROJECT / "entities.yaml"), str(PROJECT / "articles")]

    def make_corpus(self):
        pass


class Hostile(Readers):
    arguments = ["a.txt"]

    def make_corpus(self):
        self.write("entities.yaml", HOSTILE)
        self.write("a.txt", HOSTILE_ARTICLE)


class ArticlesStyled(Articles, ProgramTest):
    pass


class ArticlesPlain(Articles, ProgramTest):
    plain = True


class HostileStyled(Hostile, ProgramTest):
    pass


class HostilePlain(Hostile, ProgramTest):
    plain = True


class Svg(ProgramTest):
    def test_articles(self):
        done = self.run_entente("graph", "-o", "net.svg", "-g", str(PROJECT / "entities.yaml"),
                                str(PROJECT / "articles"))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.expect_svg()

    def test_hostile(self):
        self.write("entities.yaml", HOSTILE)
        self.write("a.txt", HOSTILE_ARTICLE.replace('"2"', "2"))
        self.expect(0, "", "graph", "-o", "net.svg", "a.txt")
        self.expect_svg("https://news.example/?a=1&b=2")

    def xpath(self, expression):
        done = subprocess.run(["xmllint", "--nonet", "--xpath", expression, "net.svg"], cwd=self.here,
                              capture_output=True, text=True, timeout=60)
        self.assertEqual((done.returncode, done.stderr), (0, ""), expression)
        return done.stdout.strip()

    def expect_svg(self, link=None):
        """Well-formed; tooltips that say what lines mean, never Graphviz's names of them; links to the articles and
        nowhere else."""
        if not shutil.which("xmllint"):
            self.skipTest("xmllint is not installed")
        done = subprocess.run(["xmllint", "--nonet", "--noout", "net.svg"], cwd=self.here, capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        edges = '//*[local-name()="g" and @class="edge"]'
        title = '*[local-name()="title"]'
        meant = " or ".join(f"contains(., ' {word} ')" for word in ("–", "→", "belongs to"))
        self.assertEqual(self.xpath(f"count({edges}[{title}[not({meant})]])"), "0")
        self.assertGreater(int(self.xpath(f"count({edges}[.//{title}[contains(., 'met with')]])")), 0)
        href = '//@*[local-name()="href"]'
        odd = f'count({href}[not(starts-with(., "http://") or starts-with(., "https://"))])'
        self.assertEqual(self.xpath(odd), "0")
        self.assertEqual(self.xpath('count(//*[local-name()="script"])'), "0")
        if link:
            self.assertGreater(int(self.xpath(f'count({href}[. = "{link}"])')), 0)


if __name__ == "__main__":
    main()
