#!/usr/bin/env python3
"""Checks a record that `gongkai export <folder>` wrote, without Gongkai: python3 verify.py <folder>

Needs nothing but Python 3. Says every finding in a line; ends with 0 when there is none, with 1 otherwise.
An entry's hash is SHA-256 over the canonical JSON (RFC 8785) of the entry, which holds the hash of the entry before.
The hash of a row, and that of the words beside an entry, is SHA-256 over the entry's salt and the canonical JSON.
"""
import hashlib
import json
import os
import sys

findings = []


def find(where, what):
    findings.append(f"{where}: {what}")


def number(x):
    """A number as ECMAScript writes it."""
    if x == 0:
        return "0"
    sign, digits = ("-" if x < 0 else ""), repr(abs(x))
    mantissa, _, power = digits.partition("e")
    whole, _, fraction = mantissa.partition(".")
    fraction = "" if fraction == "0" else fraction
    point = len(whole) + int(power or 0)
    figures = (whole + fraction).lstrip("0")
    point -= len(whole + fraction) - len(figures)
    figures = figures.rstrip("0")
    if -6 < point <= 0:
        return sign + "0." + "0" * -point + figures
    if 0 < point <= 21:
        return (sign + figures[:point].ljust(point, "0") + "." + figures[point:]).rstrip(".")
    tail = "." + figures[1:] if len(figures) > 1 else ""
    return f"{sign}{figures[0]}{tail}e{'+' if point > 0 else '-'}{abs(point - 1)}"


def canonical(value):
    if isinstance(value, bool) or value is None:
        return json.dumps(value)
    if isinstance(value, (int, float)):
        return number(value)
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    keys = sorted(value, key=lambda key: key.encode("utf-16-be"))
    return "{" + ",".join(canonical(key) + ":" + canonical(value[key]) for key in keys) + "}"


def sha256(text):
    return hashlib.sha256(text.encode()).hexdigest()


def lines(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8", newline="\n") as file:
        for line in file:
            yield json.loads(line, parse_int=float)


def check_chain(folder, texts):
    """Every entry, its link to the one before, and its words. Answers the last entry of each subject and of all."""
    last, wordless = {}, {}
    before = {"seq": 0, "at": "", "hash": "0" * 64}
    for entry in lines(folder, "entries.jsonl"):
        where, subject = f"entry {number(entry['seq'])} ({entry['subject']})", entry["subject"]
        if entry["seq"] != before["seq"] + 1:
            find(where, f"follows entry {number(before['seq'])}")
        if entry["at"] < before["at"]:
            find(where, f"is dated before the entry that it follows ({before['at']})")
        if entry["prev"] != before["hash"]:
            find(where, "does not continue the entry before it")
        if sha256(canonical({"v": 1, **{key: entry[key] for key in entry if key != "hash"}})) != entry["hash"]:
            find(where, "was altered")
        text = texts.get(entry["seq"])
        if text and sha256(text["salt"] + canonical({"reason": text["reason"], "details": text["details"]})) != entry["words"]:
            find(where, "its reason or details were altered")
        if entry["act"].endswith((".erased", ".erase")):
            wordless.pop(subject, None)
        if not text:
            wordless.setdefault(subject, []).append(where)
        last[subject] = before = entry
    for where in sum(wordless.values(), []):
        find(where, "its words are gone, and no later entry says that they were erased")
    return last, before


def check_rows(folder, last, texts, kinds):
    living = set()
    for row in lines(folder, "rows.jsonl"):
        subject, entry = row["subject"], last.get(row["subject"])
        living.add(subject)
        text = entry and texts.get(entry["seq"])
        if not entry:
            find(f"row {subject}", "no entry tells of it")
        elif text and sha256(text["salt"] + canonical(row["content"])) != entry["content"]:
            find(f"row {subject}", f"is not what entry {number(entry['seq'])} recorded")
    for subject, entry in last.items():
        gone = entry["act"].endswith((".removed", ".remove", ".erased", ".erase"))
        if subject.split(":")[0] in kinds and not gone and subject not in living:
            find(f"row {subject}", "is gone, and no entry says why")
    return len(living)


def main(folder):
    texts = {text["seq"]: text for text in lines(folder, "texts.jsonl")}
    head = next(lines(folder, "head.json"))
    last, end = check_chain(folder, texts)
    if any(head.get(key) != end[key] for key in ("seq", "at", "hash")):
        find("the end", f"the record should end with entry {number(head.get('seq', 0))}; it ends with {number(end['seq'])}")
    rows = check_rows(folder, last, texts, head["kinds"])
    print("\n".join(findings + [f"{number(end['seq'])} entries and {rows} rows checked: {len(findings)} findings"]))
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]) if len(sys.argv) == 2 else __doc__)
