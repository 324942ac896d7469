from ninja import NinjaAPI

api = NinjaAPI(title="mysite", docs_url=None)

api.add_router("jobs", "api.jobs.router")
api.add_router("notes", "notes.api.router")
api.add_router("orders", "api.orders.router")
