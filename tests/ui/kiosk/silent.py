"""A voice for kiosks in tests."""

from __future__ import annotations

VOICE = """
import json, sys
print(json.dumps({"ready": True}), flush=True)
for line in sys.stdin:
    asked = json.loads(line)
    if "say" in asked:
        print(json.dumps({"begun": asked["say"]}), flush=True)
    else:
        print(json.dumps({"stopped": asked["stop"]}), flush=True)
"""
"""A process that begins each sentence, in any language, and comes to no end, without a sound."""
