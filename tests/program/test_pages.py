"""What of a page, or of a text in Markdown, is the article; and whether the places of its names are right."""

import json

from harness import ProgramTest, main

FILLER = "The ferry between the two towns was repaired in spring and nobody has asked what that cost."
MEETING = f"Anna Berg met Elena Faro on Monday. {FILLER}"


class Pages(ProgramTest):
    def rows(self, name, content, stderr=""):
        """The evidence of one article."""
        self.write(name, content)
        self.expect(0, stderr, "graph", "-o", "e.jsonl", name)
        return self.pairs("e.jsonl")

    def ids(self, name, content, stderr=""):
        """Who is named, in order; each name is cut out of the file as it lies there."""
        self.write(name, content)
        out = self.expect(0, stderr, "mentions", name).decode()
        return sorted({line.split("\t")[3] for line in out.splitlines()})

    def assert_people(self, body, *people, head=""):
        page = f"<html><head><title>News</title>{head}</head><body>{body}</body></html>"
        self.assertEqual(self.ids("page.html", page), sorted(people), body)

    def assert_only_the_meeting(self, before="", after="", article=f"<p>{MEETING}</p><p>{FILLER}</p>"):
        self.assert_people(before + article + after, "anna-berg", "elena-faro")


class Boxes(Pages):
    OTHER = "<p>Carl Dahl met Gunnar Holm in Norland, and that is quite another story, which is told elsewhere.</p>"

    def test_named_by_class_id_role_or_label(self):
        for attribute in ("class=cookie-consent", "id=CookieBanner", "class='gdpr-notice x'", "role=dialog",
                          "class=related-articles", "class='c-recirc'", "id=mostRead", "class='most_popular'",
                          "class='read-more-box'", "class='more-from'", "class=newsletter-signup", "class=promo",
                          "class=trendingNow", "aria-label='Recommended stories'", "class='related-content'",
                          "class=author-bio", "id=about-the-author", "class='comment-list'", "id=disqus_thread",
                          "class=share-bar", "role=complementary", "aria-label='Most read'", "class=you-may-also-like"):
            for name in ("div", "section", "ul"):
                box = f"<{name} {attribute}>{self.OTHER}</{name}>"
                self.assert_only_the_meeting(before=box)
                self.assert_only_the_meeting(after=box)

    def test_elements_of_no_article(self):
        for name in ("nav", "aside", "footer", "form", "dialog", "template", "noscript"):
            self.assert_only_the_meeting(after=f"<{name}>{self.OTHER}</{name}>")

    def test_hidden(self):
        for attribute in ("hidden", "hidden=''", "aria-hidden=true", "style='display:none'",
                          "style='color: red; DISPLAY : none !important'", "style='visibility: hidden'"):
            self.assert_only_the_meeting(before=f"<div {attribute}><h1>Suland</h1>{self.OTHER}</div>")
        self.assert_people(f"<div aria-hidden=false style='display:block'><p>{MEETING}</p></div>", "anna-berg", "elena-faro")

    def test_boxes_longer_than_the_article(self):
        self.assert_only_the_meeting(before=f"<div class=cookies>{self.OTHER * 9}</div>", article="<p>Anna Berg met Elena Faro.</p>"
                                     f"<p>{FILLER}</p>")
        self.assert_only_the_meeting(after=f"<section id=comments>{self.OTHER * 9}</section>",
                                     article=f"<article><p>Anna Berg met Elena Faro.</p></article>")

    def test_boxes_beside_a_short_article(self):
        bio = "Carl Dahl writes about rivers for the paper and lives in the town of Vik with his dog."
        for box in (f"<div class=c-author__bio><p>{bio}</p></div>", f"<p>We use cookies as Carl Dahl does.</p>",
                    f"<div class='related'><article><p>{bio}</p></article></div>", f"<div class=modal><h1>News</h1><p>{bio}</p></div>"):
            self.assert_only_the_meeting(article="<p>Anna Berg met Elena Faro.</p>", after=box)

    def test_page_named_after_its_boxes(self):
        article = f"<h1>Two meet</h1><p>{MEETING}</p><p>{FILLER}</p>"
        for wrapper in ("<body class='has-cookie-banner comments'>{}", "<article class='related-content-page'>{}</article>",
                        "<div class='page-sharing'>{}</div>", "<div class='newsletter'><div class='related'>{}</div></div>",
                        "<form>{}</form>", "<div class='cookies'>{}</div>", "<div style='display:none' id=app>{}</div>",
                        "<noscript>{}</noscript>", "<div class=related><main>{}</main></div><p>All prices are in crowns.</p>"):
            self.assert_people(wrapper.format(article), "anna-berg", "elena-faro")
        # named twice, and the headline stands elsewhere
        head = "<article><h1>Two meet</h1><p>By A. Writer</p>{}</article>"
        for wrapper in ("<div class='js-share-box article-body'>{}</div>", "<div class='share-box'>{}</div>"):
            self.assert_people(head.format(wrapper.format(f"<p>{MEETING}</p>")), "anna-berg", "elena-faro")
        # the other boxes are left out all the same
        self.assert_people(f"<div class='page-sharing'>{article}<div class=related>{self.OTHER}</div></div>",
                           "anna-berg", "elena-faro")

    def test_lines_that_lead_elsewhere(self):
        for line in ("Read more: Carl Dahl visits Suland", "Also read | Gunnar Holm: Eastmark votes", "READ ALSO – Carl Dahl in Norland",
                     "Also read: <a href=x>Will Carl Dahl go?</a>", "<b>Read more</b> <a href=x>Carl Dahl visits Suland</a>",
                     "Don’t miss: Carl Dahl speaks", "MORE: Gunnar Holm on the river", "Must read: Carl Dahl is back",
                     "Recommended: Carl Dahl is back", "Related Articles: Carl Dahl is back"):
            self.assert_only_the_meeting(article=f"<p>{MEETING}</p><p>{line}</p><p>{FILLER}</p>")

    def test_sentences_that_only_look_so(self):
        for line in ("Read more about the talks than Carl Dahl did, she said.", "More Norlanders saw Carl Dahl than before.",
                     "Related parties met Carl Dahl."):
            self.assertIn("carl-dahl", self.ids("a.txt", f"{MEETING}\n\n{line}\n\n{FILLER}\n"))


class Data(Pages):
    def page(self, data, body="<div id=root></div>"):
        return f'<html><head><title>T</title><script type="application/ld+json">{data}</script></head><body>{body}</body></html>'

    def assert_meeting(self, data, **more):
        rows = self.rows("page.html", self.page(data, **more))
        self.assertEqual([(row["source"], row["target"]) for row in rows if row["relation"] == "met_with"],
                         [("anna-berg", "elena-faro")], data)
        return rows

    def test_body_in_data(self):
        text = json.dumps(MEETING)
        for data in (f'{{"@type":"NewsArticle","articleBody":{text}}}',
                     f'[{{"@type":"Organization"}},{{"@type":"ReportageNewsArticle", "articleBody" : {text}}}]',
                     f'{{"@graph":[{{"@type":"WebPage","name":"x"}},{{"@type":["Article"],"articleBody":{text}}}]}}',
                     f'{{"headline":"Two meet","datePublished":"2020-03-02","articleBody":{text},}}'):
            self.assert_meeting(data)
        self.assertEqual(self.assert_meeting(data)[0]["date"], "2020-03-02")

    def test_places(self):
        for body in (r"Fa\u00e7ade\u2014\"Anna Berg\" met Elena Faro.\nIt \ud83d\ude00 rained.", r"<p>Caf\u00e9.<\/p><p>Anna Berg met <b>Elena Faro<\/b>.<\/p>",
                     r"\u003cp\u003eAnna Berg met Elena Faro.\u003c/p\u003e", "Caf&eacute; &#8212; Anna Berg met Elena Faro.",
                     r"Anna\u00a0Berg met Elena Faro."):
            page = self.page(f'{{"articleBody":"{body}"}}')
            self.assert_meeting(f'{{"articleBody":"{body}"}}')
            for row in self.pairs("e.jsonl"):
                cut = page.encode()[row["start"]:row["end"]].decode()
                self.assertTrue("Elena Faro" in cut and cut.startswith(("Anna", "Fa", "Caf")), cut)

    def test_page_that_has_its_body_itself(self):
        data = '{"articleBody":"Carl Dahl met Gunnar Holm. That was all, and it was long enough for everybody who was there."}'
        self.assertEqual(self.ids("page.html", self.page(data, f"<p>{MEETING}</p><p>{FILLER}</p>")), ["anna-berg", "elena-faro"])

    def test_boxes_of_an_empty_page(self):
        self.assert_meeting(f'{{"articleBody":{json.dumps(MEETING)}}}', body=f"<div class=cookies>{Boxes.OTHER * 9}</div><div id=root></div>")

    def test_labels_of_an_empty_page(self):
        self.assert_meeting(f'{{"articleBody":{json.dumps(MEETING)}}}', body="<h2>Carl Dahl in Suland</h2><p>Please enable scripts.</p>")


class Encodings(Pages):
    ALIASES = {"windows-1251": "Анна Берг", "koi8-r": "Анна Берг", "iso-8859-5": "Анна Берг", "Shift_JIS": "山田太郎",
               "euc-jp": "山田太郎", "iso-2022-jp": "山田太郎", "gb2312": "王毅", "GB18030": "王毅", "big5": "王毅",
               "EUC-KR": "홍길동", "iso-8859-1": "Ana Bérg", "latin1": "Ana “Bérg”", "iso-8859-2": "Žofie Bergová", "windows-1254": "Ayşe Berğ",
               "windows-1256": "آنا برگ", "utf-16": "Анна Берг", "utf-8": "Анна Берг"}

    def setUp(self):
        super().setUp()
        self.gazetteer = (self.here / "entities.yaml").read_text()

    def assert_found(self, alias, page, stderr=""):
        aliases = f"aliases: ['{alias}']"
        self.write("entities.yaml", self.gazetteer.replace("name: Anna Berg\n", f"name: Anna Berg\n    {aliases}\n"))
        rows = self.rows("page.html", page, stderr)
        self.assertEqual([(row["source"], row["target"]) for row in rows if row["relation"] == "met_with"], [("anna-berg", "elena-faro")])
        return rows[0]

    def test_declared(self):
        for charset, alias in self.ALIASES.items():
            codec = {"latin1": "cp1252", "iso-8859-1": "cp1252"}.get(charset, charset)
            for declaration in (f"<meta charset={charset}>", f"<!-- <meta charset=koi8-u> --><META http-equiv='Content-Type' content='text/html; Charset={charset}'>",
                                f"<?xml version='1.0' encoding=\"{charset}\"?><html>"):
                page = f"{declaration}<p>{alias} met Elena Faro at noon.</p>".encode(codec)
                row = self.assert_found(alias, page)
                charset == "iso-2022-jp" or self.assertEqual(page[row["start"]:row["end"]].decode("utf-16-le" if codec == "utf-16" else codec),
                                 f"{alias} met Elena Faro at noon.", charset)

    def test_utf_8_counts_before_what_is_declared(self):
        self.assert_found("Анна Берг", "<meta charset=iso-8859-1><p>Анна Берг met Elena Faro.</p>")

    def test_unknown(self):
        self.assert_found("Ana Bérg", "<meta charset=x-none><p>Ana Bérg met Elena Faro.</p>".encode("cp1252"),
                          "entente: note: page.html: says that it is in 'x-none', which is not known; read as Windows-1252")

    def test_declared_wrongly(self):
        self.assert_found("Ana Bérg", "<meta charset=utf-8><p>Ana Bérg met Elena Faro.</p>".encode("cp1252"),
                          "entente: note: page.html: not utf-8, as it says, but read as Windows-1252")

    def test_a_broken_byte(self):
        self.assert_found("Анна Берг", "<meta charset=utf-8><p>Анна Берг met Elena Faro.</p><p>Конец".encode() + b" \xff</p>",
                          "entente: note: page.html: not all of it is utf-8, as it says")


class Dates(Pages):
    def date(self, head, body=""):
        rows = self.rows("page.html", f"<html><head>{head}</head><body>{body}<p>{MEETING}</p></body></html>")
        return rows[0]["date"]

    def test_published_before_changed(self):
        modified, published = "2019-05-09T10:00:00Z", "2020-03-02T08:00:00Z"
        for page in ((f"<meta property='article:modified_time' content={modified}><meta property='article:published_time' content={published}>", ""),
                     (f"<meta name=date content={modified}><meta itemprop=datePublished content={published}>", ""),
                     (f'<script type="application/ld+json">{{"dateModified":"{modified}","datePublished":"{published}"}}</script>', ""),
                     ("", f"<time class=updated datetime={modified}>x</time> <time class='entry-date published' datetime={published}>y</time>"),
                     ("", f"Updated: <time datetime={modified}>9 May</time> Published: <time datetime={published}>2 March</time>"),
                     ("", f"<time datetime={modified}>Updated 9 May</time><time datetime={published}>2 March</time>"),
                     ("", f"<time itemprop=dateModified datetime={modified}>a</time><span itemprop=datePublished content={published}>b</span>"),
                     ("", f"<div class=related><time datetime={modified}>9 May</time></div><time datetime={published}>2 March</time>"),
                     (f"<meta property='article:modified_time' content={modified}>", "<p>Published: 2 March 2020</p>")):
            self.assertEqual(self.date(*page), "2020-03-02", page)

    def test_changed_if_there_is_no_other(self):
        self.assertEqual(self.date("<meta property='article:modified_time' content=2020-03-02>"), "2020-03-02")

    def test_unreadable(self):
        message = "entente: note: a.txt:2: the date '{}' cannot be read; the article is undated"
        for date in ("31 Febuary 2018", "2018-13-45", "the day after", "30 February 2018"):
            self.assertEqual(self.rows("a.txt", f"title: T\ndate: {date}\n\n{MEETING}\n", message.format(date))[0]["date"], None)
        self.rows("a.txt", f"title: T\ndate: soon\n\nPublished: 2 March 2020\n\n{MEETING}\n",
                  "entente: note: a.txt:2: the date 'soon' cannot be read; taken for 2020-03-02 by the rest")
        self.rows("page.html", f"<meta property='article:published_time' content='2018-13-45'><p>{MEETING}</p>",
                  "entente: note: page.html: the date '2018-13-45' cannot be read; the article is undated")
        for date in ("", "unknown"):
            self.rows("a.txt", f"title: T\ndate: {date}\n\n{MEETING}\n")

    def test_undated(self):
        self.write("a.txt", f"title: A\n\n{MEETING}\n")
        self.write("b.txt", f"title: B\ndate: 2020-03-02\n\n{MEETING}\n")
        self.write("c.txt", f"title: C\ndate: 2010\n\n{MEETING}\n")
        kept = "entente: note: 1 undated article is kept; --undated=drop leaves it out"
        dropped = "entente: note: 1 undated article is left out"
        for options, stderr, n in (([], "", 3), (["--from", "2020"], kept, 2), (["--to=2020-03", "--undated=keep"], kept, 3),
                                   (["--from", "2020", "--undated=drop"], dropped, 1), (["--undated", "drop"], dropped, 2),
                                   (["--undated=keep"], "", 3)):
            out = self.expect(0, stderr, "mentions", *options, "a.txt", "b.txt", "c.txt").decode()
            self.assertEqual(len({line.split("\t")[0] for line in out.splitlines()}), n, options)
        self.expect(2, "entente mentions: --undated: 'all' is neither keep nor drop".replace(" mentions", ""), "mentions", "--undated=all", "a.txt")
        self.expect(0, "", "graph", "-o", "e.jsonl", "a.txt", "b.txt")
        self.expect(0, kept, "graph", "--from=2020", "e.jsonl")


class Markdown(Pages):
    def test_what_is_text(self):
        text = f"""---
title: Two meet
date: 2020-03-02
tags: [Suland]
---
# Talks of Gunnar Holm

![Carl Dahl](dahl.png) [Anna *Berg*](https://example.org/Carl_Dahl "Carl Dahl") met
__Elena__ **Faro** at noon.

    Carl Dahl met Anna Berg.

```
Carl Dahl met Anna Berg.
```

`Carl Dahl` <!-- Carl Dahl --> [ref]: see [this][1] &amp; that.

[1]: https://example.org/ "Carl Dahl"
"""
        self.assertEqual(self.ids("a.md", text), ["anna-berg", "elena-faro", "gunnar-holm"])
        rows = self.rows("a.markdown", text)
        self.assertEqual({(row["source"], row["target"], row["date"]) for row in rows if row["relation"] == "met_with"},
                         {("anna-berg", "elena-faro", "2020-03-02")})
        cut = text.encode()[rows[0]["start"]:rows[0]["end"]].decode()
        self.assertEqual(cut, 'Anna *Berg*](https://example.org/Carl_Dahl "Carl Dahl") met\n__Elena__ **Faro** at noon.')

    def test_lines_that_stand_alone(self):
        for text in ("Anna Berg\n=========\nmet Elena Faro", "## Anna Berg\nElena Faro", "- Anna Berg\n- Elena Faro", "1. Anna Berg\n2. Elena Faro",
                     "| A | B |\n|---|---|\n| Anna Berg | x |\n| Elena Faro | y |", "Anna Berg\n\n---\n\nElena Faro", "> Anna Berg\n\nElena Faro"):
            self.assertEqual(self.rows("a.md", text + "\n", "entente: note: no edge was found"), [], text)

    def test_text_in_other_marks(self):
        for text in ("> Anna Berg met\n> Elena Faro.", "- Anna Berg met\n  Elena Faro.", "Anna Berg met ~~Elena~~ Elena Faro.",
                     "<div>\nAnna Berg met <b>Elena Faro</b>.\n</div>", "Anna <em>Berg</em> met&#32;Elena Faro.", "Anna\\_Berg. Anna Berg met Elena Faro\\."):
            rows = self.rows("a.md", text + "\n")
            self.assertEqual([(row["source"], row["target"]) for row in rows if row["relation"] == "met_with"], [("anna-berg", "elena-faro")], text)
            cut = text.encode()[rows[0]["start"]:rows[0]["end"]].decode()
            self.assertTrue(cut.startswith("Anna") and "Faro" in cut, cut)

    def test_title(self):
        for text, title in (("Intro.\n\n# Two *meet* again\n\nAnna Berg met Elena Faro.", "Two meet again"),
                            ("Two meet\n========\n\nAnna Berg met Elena Faro.", "Two meet"),
                            ("title: Header\n\n# Two meet\n\nAnna Berg met Elena Faro.", "Header"),
                            ("# title: x\n\nAnna Berg met Elena Faro.", "title: x"),
                            ("---\nlayout: post\ntags:\n- Carl Dahl\n---\n\n# Two meet\n\nAnna Berg met Elena Faro.", "Two meet")):
            self.assertEqual(self.rows("a.md", text)[0]["title"], title)


if __name__ == "__main__":
    main()
