"""Starts ministack as its command does, with two additions.

Events may have an AWS service as their source: EventBridge refuses `aws.*` sources of customers, and ministack
does, too, but the rehearsal sends the events that Amazon Connect itself would send.

Every session of STS is appended to the file that SWITCHBOARD_SESSIONS names, one JSON object a line: the domain's
endpoint verifies signatures with it, as the managed service does with AWS's own knowledge of its sessions.
"""

import json
import os
import runpy

from ministack.services import eventbridge, sts

_put_events = eventbridge._put_events
eventbridge._put_events = lambda data, allow_aws_source=False: _put_events(data, allow_aws_source=True)

_register_session = sts.register_session


def _register_and_note(access_key, session):
    _register_session(access_key, session)
    line = {
        "accessKeyId": access_key,
        "secretAccessKey": session["SecretAccessKey"],
        "sessionToken": session["SessionToken"],
        "principal": session["Arn"],
    }
    with open(os.environ["SWITCHBOARD_SESSIONS"], "a", encoding="utf-8") as file:
        file.write(json.dumps(line) + "\n")


sts.register_session = _register_and_note

runpy.run_module("ministack", run_name="__main__")
