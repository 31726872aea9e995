"""A job is as certain as what it's about, is tried until it can't be, and is kept until somebody looked."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.tasks.exceptions import TaskResultDoesNotExist

from knoop.base import clock
from knoop.jobs.backends import enqueue_all
from knoop.jobs.models import Job, PutAway
from knoop.jobs.tasks import sweep
from knoop.jobs.worker import Worker
from tests.jobs import trial

pytestmark = pytest.mark.usefixtures("tabled")


def drain(worker: Worker) -> None:
    while worker.do_one():
        pass


def test_a_job_is_done_later_and_says_what_came_of_it(worker):
    result = trial.note.enqueue("hello")
    assert (trial.told, result.status) == ([], "READY")
    drain(worker)
    result.refresh()
    assert (trial.told, result.status, result.return_value) == (["hello"], "SUCCESSFUL", "hello")


@pytest.mark.django_db(transaction=True)
def test_a_job_is_rolled_back_with_what_it_is_about(worker):
    with transaction.atomic():
        trial.note.enqueue("never")
        transaction.set_rollback(True)
    drain(worker)
    assert trial.told == []


def test_a_job_can_wait_for_its_moment(worker, pass_time):
    trial.note.using(run_after=clock.now() + timedelta(hours=1)).enqueue("later")
    drain(worker)
    assert trial.told == []
    pass_time(timedelta(hours=1))
    drain(worker)
    assert trial.told == ["later"]


def test_what_is_urgent_goes_first_and_else_what_was_asked_first(worker):
    for word in ("one", "two"):
        trial.note.enqueue(word)
    trial.hurry.enqueue("urgent")
    drain(worker)
    assert trial.told == ["urgent", "one", "two"]


def test_a_job_of_another_queue_is_left_to_its_worker(worker):
    trial.plod.enqueue()
    drain(worker)
    assert trial.told == []
    drain(Worker("slow"))
    assert trial.told == ["plod"]


def test_many_jobs_of_a_task_cost_one_query(django_assert_num_queries):
    with django_assert_num_queries(1):
        enqueue_all(trial.note, [[str(number)] for number in range(20)])
    assert Job.objects.count() == 20


def test_a_task_can_ask_which_try_this_is(worker):
    result = trial.count.enqueue()
    drain(worker)
    result.refresh()
    assert result.return_value == 1


def test_what_went_wrong_is_tried_again_later_and_can_go_right(worker, pass_time):
    result = trial.stumble.enqueue(1)
    drain(worker)
    assert trial.told == ["stumble"]
    pass_time(timedelta(seconds=11))
    drain(worker)
    result.refresh()
    assert (result.return_value, result.attempts) == ("at last", 2)


def test_between_tries_is_more_and_more_time(worker, pass_time):
    trial.stumble.enqueue(9)
    drain(worker)
    waits = []
    while job := Job.objects.filter(finished_at=None).first():
        waits.append(round((job.due_at - clock.now()).total_seconds()))
        pass_time(job.due_at - clock.now())
        drain(worker)
    assert waits == [10, 60]


def test_after_its_last_try_a_job_is_kept_among_the_failed_with_what_went_wrong(worker, pass_time):
    result = trial.stumble.enqueue(9)
    for _try in range(5):
        drain(worker)
        pass_time(timedelta(hours=1))
    [job] = Job.objects.failed()
    assert (job.attempts, len(job.faults), len(trial.told)) == (3, 3, 3)
    assert job.last_fault["words"] == "The mail server doesn't answer."
    assert "in stumble" in job.last_fault["traceback"]
    result.refresh()
    assert (result.status, result.errors[0].exception_class) == ("FAILED", trial.MailServerIsDown)


def test_a_failed_job_that_is_tried_again_has_all_its_tries(worker, pass_time):
    trial.stumble.enqueue(4)
    for _try in range(3):
        drain(worker)
        pass_time(timedelta(hours=1))
    assert Job.objects.failed().get().try_again()
    drain(worker)
    pass_time(timedelta(hours=1))
    drain(worker)
    assert len(trial.told) == 5
    assert not Job.objects.failed().exists()


def test_a_job_that_is_tried_again_already_is_not_twice(worker):
    trial.note.enqueue("x")
    drain(worker)
    assert Job.objects.get().try_again() is False


def test_what_a_job_began_in_a_transaction_is_undone_when_it_fails(worker):
    trial.leave_half_done.enqueue()
    drain(worker)
    assert not trial.Unit.objects.exists()
    assert Job.objects.get().faults


def test_a_task_that_is_gone_since_an_upgrade_fails_and_stops_no_other(worker, caplog):
    trial.note.enqueue("gone")
    Job.objects.update(task="knoop.no.such.task")
    trial.note.enqueue("here")
    drain(worker)
    assert trial.told == ["here"]
    assert "No module named" in Job.objects.get(task="knoop.no.such.task").last_fault["words"]


def test_a_lease_that_ran_out_lets_another_take_over_and_the_first_changes_nothing_more(worker, pass_time):
    trial.note.enqueue("x")
    stalled = Job.objects.claim("first", "default", timedelta(seconds=60))
    assert Job.objects.claim("second", "default", timedelta(seconds=60)) is None
    pass_time(timedelta(seconds=61))
    taken = Job.objects.claim("second", "default", timedelta(seconds=60))
    assert (taken.pk, taken.attempts) == (stalled.pk, 2)
    assert not stalled.succeed("too late")
    assert not stalled.hold(timedelta(seconds=60))
    assert taken.succeed("in time")
    assert Job.objects.get().return_value == "in time"


def test_a_lease_that_is_held_does_not_run_out(pass_time):
    trial.note.enqueue("x")
    mine = Job.objects.claim("first", "default", timedelta(seconds=60))
    pass_time(timedelta(seconds=50))
    assert mine.hold(timedelta(seconds=60))
    pass_time(timedelta(seconds=50))
    assert Job.objects.claim("second", "default", timedelta(seconds=60)) is None


def test_a_job_that_kills_each_worker_ends_among_the_failed(worker, pass_time):
    trial.stumble.enqueue(0)
    for _worker in range(3):
        assert Job.objects.claim("doomed", "default", timedelta(seconds=60))
        pass_time(timedelta(seconds=61))
    drain(worker)
    assert trial.told == []
    assert "killed" in Job.objects.failed().get().last_fault["words"]


def test_what_is_done_is_kept_two_days_and_what_failed_until_a_month_after_it_was_put_away(
    worker, pass_time, administrator
):
    Job.objects.all().delete()  # by which other rooms hear of the administrator
    trial.note.enqueue("done")
    trial.stumble.enqueue(9)
    trial.stumble.enqueue(9)
    for _try in range(3):
        drain(worker)
        pass_time(timedelta(hours=1))
    result = trial.note.get_result(Job.objects.get(has_failed=False).pk)
    put_away, _kept = Job.objects.failed()
    put_away.set_aside(administrator)
    pass_time(timedelta(days=3))
    sweep.call()
    assert Job.objects.count() == 2
    with pytest.raises(TaskResultDoesNotExist, match="two days"):
        result.refresh()
    pass_time(timedelta(days=30))
    PutAway.objects.update(at=clock.now() - timedelta(days=31))
    sweep.call()
    assert Job.objects.failed().count() == Job.objects.count() == 1


def test_a_result_that_was_never_there_is_not_found():
    with pytest.raises(TaskResultDoesNotExist):
        trial.note.get_result("no-number")
