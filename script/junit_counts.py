"""Prints "<passed, skipped ones included> <failed> <skipped>" of a JUnit XML file, as ctest and pytest write it."""

import sys
import xml.etree.ElementTree

cases = list(xml.etree.ElementTree.parse(sys.argv[1]).getroot().iter("testcase"))
bad = [case for case in cases if case.find("failure") is not None or case.find("error") is not None]
# ctest marks what it did not run with status="disabled" or "notrun"; both runners use <skipped>.
skipped = [case for case in cases if case not in bad
           and (case.find("skipped") is not None or case.get("status") in ("disabled", "notrun"))]
print(len(cases) - len(bad), len(bad), len(skipped))
