"""Text that looks like DOT, HTML, a format or an escape changes nothing but its own label."""

import json
import re
import xml.etree.ElementTree
from collections import Counter

from harness import ProgramTest, main

HOSTILE = [
    '"', '\\', '\\N', '\\"', '<b>x</b>', '<', '<<b>>', ']; x -> y [', '; }', '&amp;', '&#34;', '&', '-->', '--', '%s%n',
    "'", '{a|<p>b}', '/*', '//', '#', '<![CDATA[', '\\l\\r\\n', '$(x)', '`x`', '\u202e', '\u0085', '\ufeff', 'node',
]
REFERENCES = ["&#1;", "a&#x1F;b", "&#0;", "&#xFFFE;", "&#55296;", "&#99999999999;", "&;", "&#;", "&no-such;", "&nosuch;",
              "\x01", "a\x1b[1mb", "\x7f", "\ufffe"]
GAZETTEER = """
states:
  norland: {{name: {0}, aliases: [Norland]}}
officials:
  anna-berg: {{name: {1}, aliases: [Anna Berg], state: norland}}
organizations:
  council: {{name: {2}, aliases: [River Council]}}
"""
ARTICLE = """title: {0}
date: 2020-05-01
url: {1}

Anna Berg met the River Council on Sunday near {2}.

The River Council responded to Norland on Monday near {2}.
"""
STRING = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)


def quoted(text):
    """As a YAML string."""
    return "".join(['"', *(f"\\U{ord(c):08x}" for c in text), '"'])


def escaped(text):
    """As Graphviz must find it in a label to show the text."""
    return re.sub("&(?=#?[a-z0-9]*;)", "&amp;", text.replace("\\", "\\\\")).replace('"', "&quot;")


def skeleton(dot):
    """The DOT text without what stands in its strings."""
    return STRING.sub('""', dot.decode())


class Hostile(ProgramTest):
    def network(self, text, url):
        """The DOT text and the picture of a small network in which `text` stands wherever it can."""
        names = [quoted(f"{text} {letter}") for letter in "XYZ"]
        self.write("entities.yaml", GAZETTEER.format(*names))
        self.write("a.txt", ARTICLE.format(text, url, text))
        self.expect(0, "", "graph", "-o", "net.dot", "-o", "net.svg", "a.txt")
        return (self.here / "net.dot").read_bytes(), (self.here / "net.svg").read_bytes()

    def test_only_labels_change(self):
        dot, svg = self.network("word", "none")
        self.assertIn(b'relation="met_with"', dot)
        self.assertIn(b'relation="responded_to"', dot)
        elements = Counter(element.tag for element in xml.etree.ElementTree.fromstring(svg).iter())
        for text in [*HOSTILE, "&#1;", "&;"]:
            with self.subTest(text):
                changed_dot, changed_svg = self.network(text, "javascript:alert(1)")
                self.assertEqual(skeleton(changed_dot), skeleton(dot))
                label = f"{text} X".replace("\u0085", "").strip()
                self.assertIn(f'label="{escaped(label)}"', changed_dot.decode())
                tree = xml.etree.ElementTree.fromstring(changed_svg)
                self.assertEqual(Counter(element.tag for element in tree.iter()), elements)
                self.assertNotIn(b"javascript", changed_dot + changed_svg)
                self.assertIn(label, [element.text for element in tree.iter("{http://www.w3.org/2000/svg}text")])

    def test_evidence(self):
        """Whatever stands where in an evidence file, there is a picture, and it is well-formed."""
        self.write("a.txt", "title: Talks\n\nAnna Berg met Elena Faro.\n")
        self.expect(0, "", "graph", "-o", "good.jsonl", "a.txt")
        row = json.loads((self.here / "good.jsonl").read_text().splitlines()[-1])
        for text in [*HOSTILE, *REFERENCES]:
            with self.subTest(text):
                odd = dict.fromkeys(["source", "relation", "title", "sentence", "path", "url"], text)
                self.write("odd.jsonl", json.dumps(row | odd))
                self.expect(0, "", "graph", "-o", "net.dot", "-o", "net.svg", "odd.jsonl")
                xml.etree.ElementTree.parse(self.here / "net.svg")
                self.assertNotIn(b'\\"', (self.here / "net.dot").read_bytes().replace(b"\\\\", b""))

    def test_links(self):
        wanted = {
            "https://news.example/a?b=1&c=2": b'URL="https://news.example/a?b=1&amp;c=2"',
            "http://news.example/": b'URL="http://news.example/"',
        }
        for url, attribute in wanted.items():
            dot, svg = self.network("word", url)
            self.assertIn(attribute, dot)
            links = {element.get("{http://www.w3.org/1999/xlink}href")
                     for element in xml.etree.ElementTree.fromstring(svg).iter()} - {None}
            self.assertEqual(links, {url})
        for url in ("javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", "file:///etc/passwd", "//x.example",
                    "https://", 'https://x.example/" onclick="x', "https://x.example/<b>"):
            dot, svg = self.network("word", url)
            self.assertNotIn(b"URL", dot, url)
            self.assertNotIn(b"href", svg, url)

    def test_long_text(self):
        dot, _ = self.network("long " * 20_000, "none")
        for string in STRING.findall(dot.decode()):
            self.assertLess(len(string.encode()), 16_384)

    def test_terminal_escapes(self):
        """Neither a text, a name nor a path makes a terminal do anything, or show a line the other way round."""
        bad = "\x1b[31m\u009b2J\u202e\x07"
        article = f"a{bad}.txt"
        self.write(article, f"Anna{bad} talks\n\nAnna Berg met{bad} the River Council. She met President Ann{bad} Zed.\n")
        self.network(bad, "none")
        self.write(f"old{bad}.yaml", "states: {norland: {name: Norland, aliases: [Norland]}}")
        for command in (["why", "anna-berg", "council", article], ["mentions", article], ["suggest", article],
                        ["suggest", "--yaml", article], ["diff", f"old{bad}.yaml", "entities.yaml", article],
                        ["check", "entities.yaml", f"old{bad}.yaml", article], ["check", "-g", f"no{bad}"],
                        ["why", "anna-berg", "norland", article], ["graph", "--relation", bad, article]):
            done = self.run_entente(*command)
            self.assertTrue(done.stdout or done.stderr, command)
            for text in (done.stdout, done.stderr):
                self.assertNotRegex(text.decode(), r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", command)


if __name__ == "__main__":
    main()
