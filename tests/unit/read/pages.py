"""Saved pages as content systems write them, around invented reports, with what is body in each."""

from dataclasses import dataclass

LEAD = (
    "The harbour board of Lenna closed the north quay on Tuesday after divers found a crack in the "
    "wall that runs for eleven metres below the water line."
)
QUOTED = (
    "“We would rather close it for a month than lose it for good,” said Ilse Marant, who has "
    "chaired the board since spring."
)
FIGURES = (
    "Some 40 fishing boats will have to land their catch at Port Oskar, twenty kilometres down the "
    "coast, and pay about 90 crowns more for each trip."
)
DOUBT = (
    "Skippers doubt that the work will be done in time. The last repair, in 2019, took two weeks "
    "longer than the board had promised."
)
LAST = "The board meets again on Friday & will then say who pays for the detour."
BODY = (LEAD, QUOTED, FIGURES, DOUBT, LAST)


@dataclass(frozen=True)
class Sample:
    """A page, and the paragraphs that are its body."""

    name: str
    markup: str
    body: tuple[str, ...]


def escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;")


def paragraphs(*texts: str, tag: str = "p") -> str:
    return "\n".join(f"<{tag}>{escaped(text)}</{tag}>" for text in texts)


MENU = """<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li>
<li><a href="/weather">Weather for the coast and the islands</a></li></ul></nav>"""
SCRIPTS = """<script>var secret = "tracking beacon";</script><style>p { color: red }</style>
<noscript>Please enable scripts to read this paper.</noscript>
<template><p>Template words that nobody sees.</p></template>"""

SCHEMA = f"""<!DOCTYPE html><html lang="en"><head><title>North quay closed | Lenna Courier</title>
<meta property="og:site_name" content="Lenna Courier">
<meta property="og:title" content="North quay closed after crack is found">
<link rel="canonical" href="https://courier.example/2031/05/quay">
<script type="application/ld+json">
{{"@context": "https://schema.org", "@graph": [{{"@type": "WebSite", "name": "Courier"}},
{{"@type": "NewsArticle", "headline": "North quay closed after crack is found",
"datePublished": "2031-05-06T17:20:00+02:00", "dateModified": "2031-05-07T08:00:00+02:00",
"author": {{"@type": "Person", "name": "Tova Renn"}},
"publisher": {{"@type": "Organization", "name": "Lenna Courier"}}}}]}}
</script>{SCRIPTS}</head><body>{MENU}
<main><article><header><h1>North quay closed after crack is found</h1>
<p class="standfirst">Forty boats must land elsewhere until the wall is mended</p>
<p class="byline">By <a rel="author" href="/staff/renn">Tova Renn</a></p>
<time datetime="2031-05-06T17:20:00+02:00">6 May 2031, 17:20</time></header>
<figure><img src="quay.jpg" alt="alt text of the quay">
<figcaption>The north quay at low tide. Photograph: Anders Holt/CPA</figcaption></figure>
<div itemprop="articleBody">
<p>{LEAD}</p>
<p>“We would rather close it for a month than lose it for good,” <a href="/people/marant">said
Ilse Marant</a>, who has chaired the board since spring.</p>
<aside class="related"><h3>Related</h3><ul>
<li><a href="/a">Ferry fares to rise again in June</a></li></ul></aside>
{paragraphs(FIGURES, DOUBT, LAST)}
<p><em>Additional reporting by CPA.</em></p>
</div></article></main>
<footer><p>© 2031 Lenna Courier. All rights reserved.</p><a href="/imprint">Imprint</a></footer>
</body></html>"""

BLOG = f"""<html><head><title>Cracks below the water line &laquo; Quayside Notes</title>
<meta name="author" content="Bram Oake"><meta property="article:published_time"
content="2031-05-07T06:00:00Z"></head><body class="single">{SCRIPTS}
<div id="header"><div class="menu"><a href="/">Front</a> <a href="/about">About me</a></div></div>
<div id="content"><div class="post"><h1 class="entry-title">Cracks below the water line</h1>
<div class="entry-meta">Posted on 7 May 2031 by Bram Oake</div>
<div class="entry-content">{paragraphs(*BODY)}
<div class="sharedaddy"><h3>Share this:</h3><ul><li>Facebook</li><li>Twitter</li></ul></div></div>
<div class="comments"><h2>3 comments</h2><p>First! I always knew that wall was rotten, they never
listen to us.</p></div></div></div>
<div class="sidebar"><h3>Recent posts</h3><ul><li><a href="/x">Why gulls follow the tractor</a></li>
</ul></div></body></html>"""

BREAKS = f"""<html><head><title>Quay closed</title></head><body bgcolor="white"><table width="800">
<tr><td><a href="index.html">Index</a><br><a href="old.html">Old numbers</a></td>
<td><h1>Quay closed</h1><b>By Tova Renn</b><br><br>
{"<br><br>".join(escaped(text) for text in BODY)}
<br><br><font size="1">Copyright 2031 The Oskar Bugle</font></td></tr></table></body></html>"""

PLAIN = f"""<html><body><h1>Quay closed</h1>{paragraphs(*BODY)}</body></html>"""

DIVS = f"""<!doctype html><html><head><meta charset="utf-8"><title>Quay shut</title></head><body>
<div class="topbar"><div class="links"><div><a href="/1">News</a></div><div><a href="/2">Money</a>
</div></div></div><div class="wrapper"><div class="story">
<div class="story-title"><h1>Quay shut for weeks</h1></div>
<div class="story-text">{paragraphs(*BODY, tag="div")}</div>
<div class="newsletter"><div>Sign up for our morning letter and never miss a tide table again.</div>
<form><input name="mail"><button>Join</button></form></div></div></div>
<div class="cookie-consent">We use cookies to make this site better for everyone who visits.</div>
</body></html>"""

LISTED = f"""<html><head><title>Crack in the wall</title></head><body>{MENU}<article>
<h1>Crack in the wall: what we know</h1>
<ul class="key-points"><li>North quay closed since Tuesday</li><li>Forty boats affected</li></ul>
<p>{LEAD}</p><h2>What the board says</h2><p>{QUOTED}</p>
<ul><li>{FIGURES}</li><li>{DOUBT}</li></ul>
<table><tr><th>Year</th><th>Closed for</th></tr><tr><td>2019</td><td>six weeks</td></tr></table>
<p>{escaped(LAST)}</p></article></body></html>"""

SAMPLES = (
    Sample("schema", SCHEMA, BODY),
    Sample("blog", BLOG, BODY),
    Sample("breaks", BREAKS, BODY),
    Sample("plain", PLAIN, BODY),
    Sample("divs", DIVS, BODY),
    Sample("listed", LISTED, BODY),
)
