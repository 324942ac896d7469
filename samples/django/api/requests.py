import json

from django.core.exceptions import BadRequest


def read_json(request):
    """
    Return the object in the body of the request as a dictionary. Raise BadRequest,
    which Django answers with 400, where there is none.
    """
    try:
        data = json.loads(request.body)
    except ValueError as error:
        raise BadRequest("The body is not JSON.") from error
    if not isinstance(data, dict):
        raise BadRequest("The body is not a JSON object.")
    return data
