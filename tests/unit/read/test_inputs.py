"""Files, folders, manifests, JSON lines and standard input: which reports come, and what fails."""

import io
import json

import pytest

from whence.errors import InputError
from whence.model import DateSource, Notice
from whence.read import read_each, read_reports

TEXT = "The ferry to Lenna did not sail on Monday.\n\n“The engine is cold,” said Captain Brand.\n"


def kinds(reading):
    return [failure.kind for failure in reading.failures]


def test_a_text_is_read_with_every_character(write):
    text = "One line.\r\nAnother\u2028line\twith  spaces. \n\n\nEnd\n"
    report = read_reports(write("one.txt", text)).reports[0]
    assert report.text == text
    assert (report.id, report.origin.endswith("one.txt")) == ("one", True)


def test_a_folder_gives_its_reports_sorted_and_folders_within(write):
    write("set/b.txt", TEXT)
    write("set/a.md", TEXT)
    folder = write("set/deep/c.htm", f"<p>{TEXT}</p>").parent.parent
    write("set/.hidden.txt", TEXT)
    write("set/notes.pdf", b"%PDF-1.4")
    reading = read_reports(folder)
    assert [report.id for report in reading.reports] == ["a", "b", "c"]
    assert reading.slug == "set"
    assert not reading.failures


def test_a_file_named_twice_is_read_once(write):
    place = write("set/a.txt", TEXT)
    reading = read_reports(place.parent, place, place.parent, str(place.parent) + "/./a.txt")
    assert [report.id for report in reading.reports] == ["a"]
    assert not reading.failures


def test_a_folder_with_a_manifest_is_that_manifest(write):
    write("story/one.txt", TEXT)
    write("story/two.txt", TEXT)
    manifest = {
        "story": "ferry",
        "reports": [
            {
                "id": "x",
                "file": "two.txt",
                "outlet": "Lenna Courier",
                "date": "2031-05",
                "url": "https://courier.example/ferry",
            }
        ],
    }
    folder = write("story/manifest.json", json.dumps(manifest)).parent
    reading = read_reports(folder)
    assert reading == read_reports(folder / "manifest.json")
    (report,) = reading.reports
    assert (reading.slug, report.id, report.outlet) == ("ferry", "x", "Lenna Courier")
    assert report.url == "https://courier.example/ferry"
    assert (report.published.value, report.published.source) == ("2031-05", DateSource.GIVEN)


def test_json_lines_give_one_report_each_in_their_own_text(write):
    lines = [{"id": "a", "text": TEXT, "outlet": "CPA"}, {"id": 7, "text": "  Short.\r\n"}]
    path = write("all.jsonl", "".join(json.dumps(line) + "\n" for line in lines) + "\n")
    reports = read_reports(path).reports
    assert [(report.id, report.text) for report in reports] == [("7", "  Short.\r\n"), ("a", TEXT)]
    assert reports[1].outlet == "CPA"


def test_read_each_keeps_the_order_given_and_goes_on_after_a_broken_line(write):
    path = write("all.jsonl", '{"id": "z", "text": "One."}\n{"id": "y", "te\n{"text": "Three."}\n')
    found = list(read_each(path))
    assert [getattr(item, "id", item) for item in (found[0], found[2])] == ["z", "line3"]
    assert isinstance(found[1], Notice)
    assert "line 2, column" in found[1].message


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (TEXT, TEXT),
        ('{"id": "a", "text": "Said so."}\n{"id": "b", "text": "Did not."}\n', "Said so."),
        ("<!DOCTYPE html><title>T</title><p>Words on a page.</p>", "T\n\nWords on a page."),
    ],
)
def test_standard_input_is_told_from_its_first_line(content, text):
    reading = read_reports("-", stdin=io.BytesIO(content.encode()))
    assert reading.reports[0].text == text


def test_a_manifest_on_standard_input_names_files_from_here(write, tmp_path, monkeypatch):
    write("one.txt", TEXT)
    monkeypatch.chdir(tmp_path)
    manifest = b'{\n "story": "s",\n "reports": [{"file": "one.txt"}]}'
    assert read_reports("-", stdin=io.BytesIO(manifest)).reports[0].text == TEXT


def test_files_of_one_name_get_ids_with_folder_or_suffix_whatever_the_order(write):
    one, two = write("a/quay.txt", TEXT), write("b/quay.txt", TEXT)
    page = write("b/quay.html", f"<p>{TEXT}</p>")
    folder = one.parent.parent
    ids = [report.id for report in read_reports(folder).reports]
    assert ids == ["a/quay", "b/quay.html", "b/quay.txt"]
    assert len(read_reports(two, page).reports) == 2
    assert read_reports(two, page).reports == read_reports(page, two).reports


class TestFailures:
    """Each is one sentence that names the input, and costs no other report."""

    def read_with_good(self, write, *inputs):
        reading = read_reports(write("good.txt", TEXT), *inputs)
        assert "good" in [report.id for report in reading.reports]
        for failure in reading.failures:
            assert failure.message.endswith(".")
            assert "\n" not in failure.message
        return reading

    def test_missing_file(self, write, tmp_path):
        reading = self.read_with_good(write, tmp_path / "none.txt")
        assert kinds(reading) == ["missing-file"]
        assert "none.txt: there is no such file" in reading.failures[0].message

    @pytest.mark.parametrize("content", [b"", b" \n\t\n", b"\xef\xbb\xbf"])
    def test_empty_file(self, write, content):
        assert kinds(self.read_with_good(write, write("void.txt", content))) == ["empty"]

    def test_folder_without_reports(self, write):
        folder = write("bare/picture.png", b"\x89PNG").parent
        reading = self.read_with_good(write, folder)
        assert kinds(reading) == ["no-reports"]
        assert ".html" in reading.failures[0].message

    @pytest.mark.parametrize(
        "content",
        [b"%PDF-1.7 words", b"PK\x03\x04 words", b"\x89PNG\r\n", bytes(range(256)) * 40],
    )
    def test_binary(self, write, content):
        assert kinds(self.read_with_good(write, write("data.txt", content))) == ["binary"]

    def test_broken_json_names_line_and_column(self, write):
        path = write("m/manifest.json", '{\n  "story": "s",\n  "reports": [,]\n}')
        reading = self.read_with_good(write, path)
        assert kinds(reading) == ["bad-json"]
        assert "line 3, column 15" in reading.failures[0].message

    def test_json_that_is_no_manifest_says_what_one_looks_like(self, write):
        reading = self.read_with_good(write, write("m/other.json", '{"reports": [{"id": "a"}]}'))
        assert kinds(reading) == ["bad-manifest"]
        assert "`file`" in reading.failures[0].message

    def test_manifest_with_a_missing_file_keeps_the_others(self, write):
        write("m/one.txt", TEXT)
        names = [{"file": "one.txt"}, {"file": "two.txt"}, {"file": "../m"}]
        reading = self.read_with_good(
            write, write("m/manifest.json", json.dumps({"reports": names}))
        )
        assert kinds(reading) == ["missing-file", "bad-manifest"]
        assert "names two.txt" in reading.failures[0].message
        assert [report.id for report in reading.reports] == ["good", "one"]

    def test_two_reports_with_one_id_keep_the_first(self, write):
        write("m/one.txt", TEXT)
        write("m/two.txt", "Another text.\n")
        names = [{"id": "x", "file": "one.txt"}, {"id": "x", "file": "two.txt"}]
        reading = self.read_with_good(
            write, write("m/manifest.json", json.dumps({"reports": names}))
        )
        assert kinds(reading) == ["duplicate-id"]
        assert [r.text for r in reading.reports if r.id == "x"] == [TEXT]

    @pytest.mark.parametrize("nested", ["[" * 200_000, '{"a":' * 200_000])
    def test_json_nested_deeply(self, write, nested):
        assert kinds(self.read_with_good(write, write("deep.json", nested))) == ["bad-json"]

    def test_json_with_an_endless_number(self, write):
        path = write("long.jsonl", '{"id": ' + "1" * 10_000 + ', "text": "x"}')
        assert kinds(self.read_with_good(write, path)) == ["bad-json"]

    def test_a_name_that_no_system_takes(self, write):
        reading = self.read_with_good(write, "x" * 5000, "a\0b")
        assert kinds(reading) == ["unreadable", "unreadable"]

    def test_a_page_without_text(self, write):
        page = "<html><head><title></title></head><body><script>let a = 1</script></body></html>"
        assert kinds(self.read_with_good(write, write("p.html", page))) == ["no-text"]


def test_nothing_read_at_all_is_an_error_that_names_the_first(write, tmp_path):
    with pytest.raises(InputError, match=r"none\.txt: there is no such file, and 1 more"):
        read_reports(tmp_path / "none.txt", write("void.txt", ""))


def test_no_input_is_an_error():
    with pytest.raises(InputError, match="no report was named"):
        read_reports()
