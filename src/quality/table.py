"""table.py FOLDER OUT: scores what the extractor made of FOLDER's pages with FOLDER's scorer and prints a Markdown table.

OUT/shipped.jsonl comes from the classifiers that the build carries, which were trained on these very sites; OUT/unseen.jsonl
from classifiers that were trained on other sites than the page's. Sites are cut in two by a hash of their domain:
"development", whose errors were read while rules were written, and "validation", whose errors were not.
"""

import functools
import hashlib
import json
import pathlib
import subprocess
import sys
from urllib.parse import urlsplit

import related

MEASURES = {
    "scrapinghub": ["F1", "acc"],
    "fundus-testdata": ["rougeF1", "paraF1", "title", "dateDay", "dateMin", "authF1"],
    "htmldate": ["dateDay", "dateF1"],
    "trafilatura-eval": ["F1", "title", "dateDay", "authF1"],
    "wcxb": ["wordF1", "with", "without", "title", "author", "dateDay", "kept"],
    "wcxb-other": ["filteredOut"],
    "scrapinghub-textdump": ["F1"],
    "wcxb-textdump": ["wordF1", "with", "without", "title"],
    "related": ["F1"],
}


def domain(row):
    host = row.get("domain") or urlsplit(row.get("url") or "").hostname or ""
    labels = host.split(".")
    second_level = len(labels) > 2 and len(labels[-2]) <= 3 and len(labels[-1]) <= 3
    return ".".join(labels[-3 if second_level else -2 :])


def is_validation(row):
    return int(hashlib.md5(domain(row).encode()).hexdigest(), 16) % 2 == 1


def scores(folder, out, *options):
    command = [sys.executable, f"{folder}/scorer/score.py", folder, out, "--json", *options]
    lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    return {score["set"]: score for score in map(json.loads, lines)}


def half(folder, out, name, rows):
    ids = pathlib.Path(out, f"{name}.ids")
    ids.write_text("\n".join(row["id"] for row in rows))
    return scores(folder, f"{out}/unseen.jsonl", "--ids", str(ids))


def percent(score, measure):
    value = score.get(measure) if score else None
    return f"{100 * value:.1f}" if isinstance(value, float) and value == value else "–"


def main():
    folder, out = sys.argv[1:3]
    with open(f"{folder}/truth.jsonl", encoding="utf-8") as truth:
        rows = [json.loads(line) for line in truth]
    shipped = scores(folder, f"{out}/shipped.jsonl")
    unseen = scores(folder, f"{out}/unseen.jsonl")
    development = half(folder, out, "development", [row for row in rows if not is_validation(row)])
    validation = half(folder, out, "validation", [row for row in rows if is_validation(row)])
    print("| set | pages | measure | shipped | unseen sites | development | validation |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for name, measures in MEASURES.items():
        if name in shipped:
            for measure in measures:
                columns = [shipped.get(name), unseen.get(name), development.get(name), validation.get(name)]
                if name == "related":
                    columns[2:] = [None, None]  # its few pages are not cut in two
                figures = " | ".join(percent(column, measure) for column in columns)
                print(f"| {name} | {shipped[name]['n']} | {measure} | {figures} |")
    print_own_labels(folder, out)


def print_own_labels(folder, out):
    """Related links by the labels of this repository; all these pages are of the development half of sites."""
    if not related.labels().keys() <= {row.stem.removesuffix(".html") for row in pathlib.Path(folder, "pages").iterdir()}:
        return
    measure = functools.partial(related.measure, folder)
    *_, shipped, pages = measure(f"{out}/shipped.jsonl")
    unseen = f"{out}/unseen.jsonl"
    figures = [shipped, *(measure(unseen, *keep)[2] for keep in [(), (is_read,), (lambda page: not is_read(page),)])]
    print(f"| related (own labels) | {pages} | F1 |", " | ".join(f"{100 * figure:.1f}" for figure in figures), "|")


def is_read(page):
    """Whether the errors of a labelled page were read while rules were written."""
    return int(hashlib.md5(page.encode()).hexdigest(), 16) % 2 == 1


if __name__ == "__main__":
    main()
