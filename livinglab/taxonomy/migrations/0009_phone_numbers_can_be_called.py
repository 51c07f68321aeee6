from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("taxonomy", "0008_phone_numbers_have_one_form")]

    operations = [
        migrations.AddConstraint(
            model_name="person",
            constraint=models.CheckConstraint(
                condition=models.Q(("phone__regex", "^(\\+[1-9][0-9]{6,14})?$")), name="taxonomy_person_phone_e164"
            ),
        ),
    ]
