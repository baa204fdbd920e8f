from tests.unit.show.test_page import plain_story
from whence.model import Edge, EdgeKind, Evidence, Judgement, Node, NodeKind, OriginKind
from whence.show.index import StoryIndex
from whence.show.views.places import Places
from whence.show.views.stemma import view_stemma


def with_statement(*, document):
    """A story whose one origin is a statement that the first report cites."""
    story = plain_story()
    descent = story.descent
    node = Node(id="w-1", kind=NodeKind.DOCUMENT, name="a written statement of Ann Lee")
    cites = Edge(
        id="d-2",
        report="r1",
        target="w-1",
        kind=EdgeKind.CREDIT,
        direction=Judgement.YES,
        score=0.8,
        evidence=(Evidence(kind="credit-document", score=0.8, reason="cites it"),),
    )
    (basis,) = descent.bases
    origin = basis.origins[0].replace(kind=OriginKind.RELEASE, document=document)
    return story.replace(
        descent=descent.replace(
            nodes=(*descent.nodes, node),
            edges=(*descent.edges, cites),
            bases=(basis.replace(origins=(origin,)),),
        )
    )


def boxes_of(story):
    view = view_stemma(StoryIndex(story), Places(story.reports))
    return [(box.kind.split()[0], box.lines) for box in view.boxes]


def test_a_statement_that_is_an_origin_stands_once():
    boxes = boxes_of(with_statement(document="w-1"))

    assert [kind for kind, _ in boxes].count("document") == 1
    assert "origin" not in [kind for kind, _ in boxes]


def test_a_hearing_that_is_no_document_has_a_box_of_its_own():
    assert ("origin", ("Ann Lee",)) in boxes_of(with_statement(document=None))
