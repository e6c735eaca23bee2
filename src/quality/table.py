"""table.py FOLDER OUT: scores OUT/extracted.jsonl with FOLDER's scorer and prints a Markdown table.

Sites are cut in two by a hash of their domain, so that a half can be kept aside: "development" and "validation".
"""

import hashlib
import json
import pathlib
import subprocess
import sys
from urllib.parse import urlsplit

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
    command = [sys.executable, f"{folder}/scorer/score.py", folder, f"{out}/extracted.jsonl", "--json", *options]
    lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    return {score["set"]: score for score in map(json.loads, lines)}


def part(folder, out, name, rows):
    ids = pathlib.Path(out, f"{name}.ids")
    ids.write_text("\n".join(row["id"] for row in rows))
    return scores(folder, out, "--ids", str(ids))


def percent(score, measure):
    value = score.get(measure) if score else None
    return f"{100 * value:.1f}" if isinstance(value, float) and value == value else "–"


def main():
    folder, out = sys.argv[1:3]
    with open(f"{folder}/truth.jsonl", encoding="utf-8") as truth:
        rows = [json.loads(line) for line in truth]
    everything = scores(folder, out)
    development = part(folder, out, "development", [row for row in rows if not is_validation(row)])
    validation = part(folder, out, "validation", [row for row in rows if is_validation(row)])
    print("| set | pages | measure | all | development | validation |")
    print("| --- | --- | --- | --- | --- | --- |")
    for name, measures in MEASURES.items():
        if name in everything:
            for measure in measures:
                # The pages with related links are too few to cut in two.
                halves = ("–", "–")
                if name != "related":
                    halves = (percent(development.get(name), measure), percent(validation.get(name), measure))
                print(f"| {name} | {everything[name]['n']} | {measure} |", end=" ")
                print(f"{percent(everything[name], measure)} | {halves[0]} | {halves[1]} |")


if __name__ == "__main__":
    main()
