"""What failed is seen by administrators, who try it again or put it away; neither is for good."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from knoop.events.models import Event
from knoop.jobs.models import Job
from tests.jobs import trial
from tests.jobs.making import failed_job
from tests.making import as_

PAGE = "/administration/jobs/"


@pytest.fixture
def job(db) -> Job:
    return failed_job()


def test_a_failed_job_is_shown_with_what_went_wrong(job, administrator):
    page = as_(administrator).get(PAGE).text
    assert "knoop.search.tasks.index(12)" in page
    assert "The disk is full." in page
    assert "7 keer geprobeerd" in page


def test_what_is_in_a_fault_is_shown_as_words(db, administrator):
    failed_job(words="<script>alert(1)</script>")
    assert "<script>alert" not in as_(administrator).get(PAGE).text


def test_trying_again_makes_the_job_due_and_is_in_the_log(job, administrator):
    assert as_(administrator).post(f"{PAGE}{job.pk}/retrial").status_code == 302
    assert Job.objects.due("default").get() == job
    assert Event.objects.get(verb="job.tried_again").actor == administrator


def test_what_is_put_away_leaves_the_list_and_says_how_to_undo_it(job, administrator):
    response = as_(administrator).post(f"{PAGE}{job.pk}/storage", follow=True)
    assert not Job.objects.failed().exists()
    assert f"{PAGE}{job.pk}/return" in response.text
    as_(administrator).post(f"{PAGE}{job.pk}/return")
    assert Job.objects.failed().get() == job
    verbs = Event.objects.filter(verb__startswith="job.").values_list("verb", flat=True)
    assert sorted(verbs) == ["job.brought_back", "job.put_away"]


def test_what_is_put_away_twice_is_in_the_log_once(job, administrator):
    for _click in range(2):
        as_(administrator).post(f"{PAGE}{job.pk}/storage")
    assert Event.objects.filter(verb="job.put_away").count() == 1


def test_a_job_that_is_tried_again_already_is_not_found(job, administrator):
    as_(administrator).post(f"{PAGE}{job.pk}/retrial")
    assert as_(administrator).post(f"{PAGE}{job.pk}/storage").status_code == 404


def test_a_word_that_is_no_job_in_the_address_is_passed_over(administrator):
    assert as_(administrator).get(f"{PAGE}?away=x").status_code == 200


def test_a_page_of_many_jobs_costs_what_one_of_one_costs(job, administrator):
    def cost() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert as_(administrator).get(PAGE).status_code == 200
        return len(asked)

    failed_job().set_aside(administrator)
    few = cost()
    for _number in range(20):
        failed_job()
        failed_job().set_aside(administrator)
    assert cost() == few


def test_that_nobody_works_is_said(tabled, administrator, pass_time):
    Job.objects.all().delete()  # by which other rooms hear of the administrator
    assert "Er wacht niets" in as_(administrator).get(PAGE).text
    trial.note.enqueue("x")
    assert "wacht op haar beurt" in as_(administrator).get(PAGE).text
    pass_time(timedelta(minutes=6))
    assert "./knoop work" in as_(administrator).get(PAGE).text


def test_only_administrators_are_led_to_the_jobs(administrator, alice):
    assert PAGE in as_(administrator).get("/").text
    assert PAGE not in as_(alice).get("/").text
