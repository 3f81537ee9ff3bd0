"""Names of bodies (组织名称): one name to its body, the bodies of a running text, and whose text it is."""

from fulian.text.organizations._mention import BodyForm, BodyMention
from fulian.text.organizations._place import area_of_body
from fulian.text.organizations.home import kind_of_place, name_the_body, unnamed_body
from fulian.text.organizations.institutions import called_our_own, name_the_institution
from fulian.text.organizations.mentions import Named, find_bodies, find_named
from fulian.text.organizations.parsing import parse_organization

__all__ = [
    "BodyForm",
    "BodyMention",
    "Named",
    "area_of_body",
    "called_our_own",
    "find_bodies",
    "find_named",
    "kind_of_place",
    "name_the_body",
    "name_the_institution",
    "parse_organization",
    "unnamed_body",
]
