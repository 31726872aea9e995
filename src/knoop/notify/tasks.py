from django.tasks import task

from knoop.notify.models import Delivery


@task()
def send_what_is_due() -> None:
    """Mail and pushes whose time has come."""
    Delivery.objects.due(Delivery.By.MAIL)
