"""What the signed links in mails and on badges are for."""

from livinglab.core.mail.signed_links import LinkPurpose

SIGN_UP = LinkPurpose("events:manage")
INTEREST = LinkPurpose("events:interest")
CHECK_IN = LinkPurpose("sign_ups:check_in_by_code")
AGREED_ACTION = LinkPurpose("events:agreed_action")
INTENTION = LinkPurpose("events:intention")
MY_INTENTION = LinkPurpose("events:my_intention")
