"""Names of bodies (组织名称): one name to its body, the bodies of a running text, and whose text it is."""

from fulian.text.organizations._place import area_of_body
from fulian.text.organizations.home import name_the_body
from fulian.text.organizations.mentions import BodyForm, BodyMention, find_bodies
from fulian.text.organizations.parsing import parse_organization

__all__ = ["BodyForm", "BodyMention", "area_of_body", "find_bodies", "name_the_body", "parse_organization"]
