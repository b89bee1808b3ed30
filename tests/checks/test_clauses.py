"""What an action commits anybody to: wordings of our own, sorted by the check that speaks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.checks._clauses import clauses
from tests.build import action, area, plan, post
from tests.checks.support import subjects

WEAK = """
Look at training and support for carers
Improvement work will continue to be monitored by the Board
Keep under review
Be aware of the need for interpreters
Consider whether a second conference chair is needed
Consider the use of video links for core groups
To consider options for an out-of-hours service
Explore options for commissioning therapeutic support
Exploring opportunities for joint training with health
Actively explore the use of family group conferences
Discuss with schools how attendance could be reported
Discuss capacity with the police
Seek to improve the timeliness of health assessments
Seek opportunities to work with voluntary groups
Continue to deliver the training programme
Continuing the programme of case file audits
Continue
Look at ways of involving fathers
Look into the reasons for repeat referrals
Head of Early Help to look at the duty rota
Team managers to consider how supervision is recorded
The Board will explore the benefits of a shared dataset
We will continue to monitor caseloads
Managers should consider the use of group supervision
Options for a new recording system to be considered
Alternative models of fostering support will be explored
Give consideration to a dedicated helpline
Consideration to be given to a dedicated helpline
Consideration of a dedicated helpline
Exploration of peer mentoring for foster carers
Discussions with housing about joint assessments
Further discussions with the police about thresholds
Think about how young people are told of decisions
Aim to reduce the number of placement moves
Endeavour to recruit two more social workers
Work on the strategy will continue
In the autumn term, explore options for a shared service
By June, consider the future of the panel
Consider the findings of the review and the views of staff
Explore the review and design of forms
Seek to review and develop practice
"""

FIRM = """
The review will consider the views of parents
Consider feedback at each board meeting and report actions taken
Consider the options and appoint a lead officer
Consider, agree and publish the revised threshold document
Explore three models and recommend one to the Board
Discuss each audit in supervision and record the learning
Discuss the rota with managers. Publish it by the end of May.
Seek the views of children after every review
Seek feedback from foster carers twice a year
Seek written consent from parents before a referral is made
Meet every month with police to discuss barriers to attendance
Implement the strategy after considering the views of partners
Develop a protocol to explore allegations
Ensure managers consider risk at every supervision
Ensure that plans continue to be reviewed
Children at risk to be discussed at the weekly panel
Continuous professional development programme to be published
Agree a protocol for considering requests
Panel to challenge cases that continue to drift
Review the forms that seek consent
Recruit two workers to look after the duty desk
Looked after children's plans to be audited every month
Discussion paper to be written for the Board
"""

STATED = """
Completed
Already completed
The policy will outline the duties of each agency
Practice standards will include guidance on chronologies
Guidance on neglect, when it is published, will require a plan for each child
Chronologies must include significant events
All plans should reflect the wishes of the child
A strategy is in place
The strategy and its action plan in place across the county
A new tool is being developed
Supervision takes place and records are kept on file
Staff are trained in the use of the tool
The group has been set up
Managers have reviewed all open cases
Work has commenced on the new framework
Recruitment is under way
Recruitment underway
There are monthly meetings with partners
There will be a clear route for referrals
Children will have an up-to-date plan
All staff will be aware of the escalation policy
Partners will be able to see the shared record
A robust system will be in place
The audit programme is embedded in practice
Audit tool is in place
Support plans are reviewed by managers
Review arrangements have been strengthened
Reviewed all cases open for longer than a year
Completed the recruitment of a principal social worker
The protocol was agreed by the Board in March
"""

SILENT = """
Board to challenge any delay
Strategic group for neglect to be established
LSCB will track the recommendations of audits
The Board will require partners to report quarterly
Team managers will ensure that every plan is up to date
We will include parents in the review group
A new form will be introduced
Training will be delivered to all teams
All audits to be completed every month
Risk assessment tool implemented from 1 May
Launch of the toolkit at awareness sessions
Delivery of the improvement plan through team meetings
Quarterly audits of case files
Evaluation of the tool and targeted support
Ensure that plans are reviewed and that staff are trained
Ensure chronologies are up to date
Develop a protocol which is shared by all agencies
Audit cases where children are at risk
Review cases that have drifted and agree a plan
Report to the Board on what has been done
Plan training for all staff who are new to the service
Put a tracking system in place
Put in place a tracking system
Establish a duty team which is in place by June
Social workers who have completed the course to cascade it
Staff are required to complete the training by June
A review is planned for June
A second worker is to be recruited
Managers have to sign off every plan
The form has been redesigned and will be rolled out in June
The strategy is in place. Head of Service to review it each year.
Introduce feedback cards (already in place in conferences)
Set up a panel which has met monthly in other areas
Work with colleges to increase the number of places
Increase the number of children who have a mentor
Policies that set out how children are heard to be revised
Access to training will be widened
Improved recording of decisions
Agreed protocol for transitions
Routinely check that records are complete
In future, managers will sign off each plan
For all care leavers without work deliver a package of support
EHCPs will include a page by the child
"""


def rows(text: str) -> list[str]:
    return [line for line in text.strip().splitlines() if line]


def spoken(code: str, text: str) -> bool:
    return bool(subjects(code, plan(area("Area", [text]))))


@pytest.mark.parametrize("text", rows(WEAK))
def test_weak_verb_fires(text: str) -> None:
    assert spoken("ACT002", text)


@pytest.mark.parametrize("text", rows(FIRM) + rows(SILENT))
def test_weak_verb_is_silent(text: str) -> None:
    assert not spoken("ACT002", text)


@pytest.mark.parametrize("text", rows(STATED))
def test_not_an_action_fires(text: str) -> None:
    assert spoken("ACT003", text)


@pytest.mark.parametrize("text", rows(SILENT) + rows(FIRM) + rows(WEAK))
def test_not_an_action_is_silent(text: str) -> None:
    assert not spoken("ACT003", text)


def test_a_named_owner_acts_whatever_it_is_called() -> None:
    text = "Quality hub will identify themes from audits"
    assert spoken("ACT003", text)
    named = action(text, post("Quality hub"))
    assert not subjects("ACT003", plan(area("Area", [named])))


@given(st.text(max_size=200))
def test_any_text_has_clauses(text: str) -> None:
    for clause in clauses(action(text)):
        assert 0 <= clause.group <= clause.verb <= len(clause.words) or clause.main == ""
        assert clause.main == (clause.rest[0] if clause.rest else "")
