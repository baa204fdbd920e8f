"""Which encoding a file is in, and how sure that is."""

import codecs

import pytest

from whence.read import read_reports
from whence.read.encodings import decode

ENGLISH = "“The café’s roof – all 40 m² of it – fell,” said Zoë Brandt.\r\nNobody was hurt.\n"
RUSSIAN = "Мэр сказал: «Мост закрыт до пятницы». Ремонт начнётся завтра утром."


@pytest.mark.parametrize(
    "content",
    [
        ENGLISH.encode("utf-8"),
        codecs.BOM_UTF8 + ENGLISH.encode("utf-8"),
        codecs.BOM_UTF16_LE + ENGLISH.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + ENGLISH.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + ENGLISH.encode("utf-32-le"),
    ],
)
def test_marks_and_utf8_settle_it(content):
    decoded = decode(content)
    assert (decoded.text, decoded.is_guessed, decoded.is_damaged) == (ENGLISH, False, False)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "utf-16-le"),
        (ENGLISH, "utf-16-be"),
        (RUSSIAN, "utf-16-le"),
        (ENGLISH, "cp1252"),
        (RUSSIAN, "cp1251"),
        ("“Nothing is lost – yet,” said Ana.", "cp1252"),
    ],
)
def test_a_guess_is_right_and_called_a_guess(write, text, encoding):
    path = write("one.txt", text.encode(encoding))
    (report,) = read_reports(path).reports
    assert report.text == text
    guesses = [notice for notice in report.notices if notice.kind == "encoding-guessed"]
    assert len(guesses) == 1
    assert encoding in guesses[0].message


def test_a_page_says_its_encoding_itself():
    page = "<html><head><meta charset=windows-1251></head><body><p>Мост</p></body></html>"
    decoded = decode(page.encode("cp1251"), is_page=True)
    assert (decoded.text, decoded.is_guessed) == (page, False)


@pytest.mark.parametrize("name", ["undefined", "idna", "hex", "no-such-thing"])
def test_a_page_that_names_no_encoding_of_texts_is_guessed(name):
    page = f"<meta charset={name}><p>“Nothing is lost – yet,” said Ana.</p>"
    decoded = decode(page.encode("cp1252"), is_page=True)
    assert (decoded.text, decoded.is_guessed) == (page, True)


def test_utf8_with_a_few_broken_bytes_keeps_the_rest(write):
    content = ENGLISH.encode().replace(b"fell", b"fe\xffll")
    (report,) = read_reports(write("one.txt", content)).reports
    assert report.text == ENGLISH.replace("fell", "fe\ufffdll")
    assert "encoding-damaged" in [notice.kind for notice in report.notices]


def test_half_a_character_in_json_becomes_a_replacement_of_one_character(write):
    path = write("one.jsonl", '{"id": "a", "text": "He said \\ud83d no."}')
    (report,) = read_reports(path).reports
    assert report.text == "He said \ufffd no."
    report.text.encode()
