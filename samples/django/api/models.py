from django.db import models


class Attachment(models.Model):
    name = models.CharField(max_length=255)
    file = models.FileField(upload_to="attachments/", max_length=255)
    sha256 = models.CharField(max_length=64)

    def __str__(self):
        return self.name
