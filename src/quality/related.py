"""related.py FOLDER OUT: how well the related links of an extraction agree with the labels in related-labels.tsv."""

import hashlib
import json
import pathlib
import re
import sys


def labels():
    """Page id to the hashes of its related links' URLs."""
    pages = {}
    text = pathlib.Path(__file__).with_name("related-labels.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            page, link = line.split("\t")
            pages.setdefault(page, set()).update([] if link == "-" else [link])
    return pages


def measure(folder, out, keep=lambda page: True):
    """Mean precision, recall and F1 over the labelled pages that are kept, counted as the scorer counts related links; and
    the number of pages."""
    sys.path.insert(0, f"{folder}/scorer")
    from score import nurl

    truth = {page: links for page, links in labels().items() if keep(page)}
    found = {page: set() for page in truth}
    with open(out, encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            page = re.sub(r"(\.html?|\.txt|\.gz)+$", "", pathlib.PurePosixPath(row["source"]).name)
            if page in found:
                urls = (nurl(link["url"]) for link in row.get("related_links") or [] if link.get("url"))
                found[page] = {hashlib.sha256(url.encode()).hexdigest()[:12] for url in urls}
    scores = [score(truth[page], found[page]) for page in truth]
    return *(sum(column) / len(scores) for column in zip(*scores)), len(scores)


def score(true, predicted):
    hits = len(true & predicted)
    precision = hits / len(predicted) if predicted else float(not true)
    recall = hits / len(true) if true else 1.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


if __name__ == "__main__":
    print("related links by own labels: P {:.3f} R {:.3f} F1 {:.3f} over {} pages".format(*measure(*sys.argv[1:3])))
