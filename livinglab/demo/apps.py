from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "livinglab.demo"
    label = "demo"
