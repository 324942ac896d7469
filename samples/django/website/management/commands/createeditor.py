import os

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core.management.base import BaseCommand, CommandError


class Command(BaseCommand):
    help = "Create a user who may look after the notes in the admin."

    def add_arguments(self, parser):
        parser.add_argument("username")

    def handle(self, *args, username, **options):
        try:
            password = os.environ["USER_PASSWORD"]
        except KeyError as error:
            raise CommandError("Set USER_PASSWORD to the user's password.") from error
        users = get_user_model().objects
        if users.filter(username=username).exists():
            raise CommandError(f"There is a user {username} already.")
        user = users.create_user(username, password=password, is_staff=True)
        notes = Permission.objects.filter(content_type__app_label="notes")
        user.user_permissions.set(notes)
        self.stdout.write(self.style.SUCCESS(f"Created {username}."))
