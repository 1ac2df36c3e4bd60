"""Beside schemathesis' own checks: one of ours, and what makes its cases reach what there is."""

import itertools
import json
import os
import re
import threading

import schemathesis

# What the examples invent, and what there is in its place.
OURS = {
    "c0ffee0dc0ffee0dc0ffee0dc0ffee00": os.environ.get("ENNAKKO_CLIENT"),
    "000001-00000000000000000000000000000abc": os.environ.get("ENNAKKO_LIST"),
}
KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:-]{7,63}")
numbers = itertools.count()
one_at_a_time = threading.Lock()


@schemathesis.hook
def before_call(context, case, **kwargs):
    """Every sound idempotency key is sent once; what the examples invent is of the county."""
    name = next((one for one in case.headers or {} if one.lower() == "idempotency-key"), None)
    if name and KEY.fullmatch(str(case.headers[name])):
        with one_at_a_time:
            case.headers[name] = f"case-{next(numbers):08d}"
    case.body = with_few_draws(case, of_county(case.body))
    case.path_parameters = of_county(case.path_parameters)


def of_county(value):
    if isinstance(value, dict):
        return {name: of_county(one) for name, one in value.items()}
    if isinstance(value, list):
        return [of_county(one) for one in value]
    return OURS.get(value) or value if isinstance(value, str) else value


def with_few_draws(case, body):
    """A plan may take a minute by its draws alone, and the time is for questions of every kind."""
    is_sound = case.meta is not None and case.meta.generation.mode.is_positive
    if is_sound and isinstance(body, dict) and isinstance(body.get("draws"), int):
        return {**body, "draws": min(body["draws"], 100)}
    return body


@schemathesis.check
def form_is_as_documented(ctx, response, case):
    """What the document allows is refused as of a wrong form only by a rule between fields, told in words."""
    meta = case.meta
    if response.status_code != 400 or meta is None or not meta.generation.mode.is_positive:
        return
    problem = json.loads(response.content)
    rules = [fault["rule"] for fault in problem.get("errors", [])]
    if problem["type"] == "/problems/invalid-request" and not all(" " in rule for rule in rules):
        raise AssertionError(f"the form is documented, and refused by {rules}")
