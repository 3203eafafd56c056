"""The programme as function calls, in a process of its own: prints one JSON object per reading.

The pack, of ten thousand rules, is the one the programme's tests use.
"""

import json
import sys

from tests.fakes.many_rules import measure, realistic_rules

if __name__ == "__main__":
    content = realistic_rules()
    for _ in range(int(sys.argv[1])):
        print(json.dumps(measure(content)), flush=True)
