from tests.factory import make_report
from whence.extract import extract, pick_extractor
from whence.options import Options

TEXT = "Ann Lee said the pier was safe. Bo Marsh believes that the pier will fall."


def cues(*, speech_only: bool) -> set[str]:
    options = Options(extractor="rules", speech_only=speech_only)
    found = extract(make_report(TEXT), extractor=pick_extractor(options), options=options)
    return {span.of(TEXT) for attribution in found.attributions for span in attribution.cue}


def test_speech_only_leaves_out_what_nobody_uttered():
    assert cues(speech_only=False) == {"said", "believes"}
    assert cues(speech_only=True) == {"said"}
