"""The engine's side of the rounds, in Python: reads a request a line, measures the case that it names, and answers."""

import json
import sys
import time


def least(call, budget):
    """The least processor time a call, in milliseconds, of as many samples as fit into the budget."""

    def sample(count):
        start = time.process_time()
        for _ in range(count):
            call()
        return (time.process_time() - start) * 1000

    count, taken = 1, sample(1)
    while taken < 10:
        count = count * 8 if taken < 1 else -int(-count * 12 // taken)
        taken = sample(count)
    best, end = float("inf"), time.process_time() + budget / 1000
    while True:
        best = min(best, sample(count) / count)
        if time.process_time() >= end:
            return best


def answer(prepare):
    """Answers until the input ends. `prepare` gives for a case's name the function to measure and its numbers, or None."""
    prepared = {}
    for line in sys.stdin:
        request = json.loads(line)
        name = request["name"]
        if name not in prepared:
            prepared[name] = prepare(name)
        reply = {}
        if prepared[name]:
            call, numbers = prepared[name]
            reply = {"ms": least(call, request["budget"]), "numbers": numbers()}
        print(json.dumps(reply), flush=True)
