"""The rules that settle a figure, each with its reason and an example, so that a decision can explain itself."""

from __future__ import annotations

from types import MappingProxyType
from typing import NamedTuple

from fulian.text.organizations import BodyForm
from fulian.text.periods import PeriodForm

__all__ = ["RULES", "Rule", "rule_of"]


class Rule(NamedTuple):
    """A rule of reading figures (取数规则).

    Attributes:
        field: What it decides: quantity, period, organization, status, label, numerator, denominator or indicator.
        name: Its name, unique within the field.
        reason: Why it holds, in one sentence.
        example: A text of our own in which it decides; empty where it is shown elsewhere.
        figure: The figure of the example that it decides on.

    Example:
        >>> RULES["status", "per-head"].reason
        'An amount a head qualifies another figure; it is no total of its own.'
    """

    field: str
    name: str
    reason: str
    example: str = ""
    figure: str = ""


_RULES = (
    # ------------------------------------------------------------ quantity
    Rule(
        "quantity",
        "form-cell",
        "A form's cell holds one figure: its row tells what is counted and the unit, its column when and whether done.",
    ),
    Rule("quantity", "measure-word", "A number with a measure word or a unit counts.", "举办讲座12场。", "12场"),
    Rule(
        "quantity",
        "duration",
        "A number of years counts where the words around it speak of a length, not of a date.",
        "制定妇女工作三年规划。",
        "三年",
    ),
    Rule("quantity", "division", "Divisions are counted without a measure word.", "覆盖全省14市州。", "14市州"),
    Rule("quantity", "tenths", "成 after a single Chinese numeral is a tenth of the whole.", "女性占三成。", "三成"),
    Rule("quantity", "doubling", "番 behind 翻 counts doublings.", "收入翻两番。", "两番"),
    Rule(
        "quantity",
        "score",
        "分 behind an Arabic number counts points where a score is spoken of.",
        "满意度测评得98分。",
        "98分",
    ),
    Rule(
        "quantity",
        "noun-implies-unit",
        "People and households are counted without a measure word; the noun tells the unit.",
        "为3.6万农村妇女免费检查。",
        "3.6万",
    ),
    Rule("quantity", "head-implies-unit", "What is counted stands before the number.", "受益人数达120万。", "120万"),
    Rule("quantity", "sum-of-money", "个亿 without a noun counts yuan.", "贷款规模不低于20个亿。", "20个亿"),
    Rule(
        "quantity",
        "scaled-number",
        "Arabic digits with 万 or 亿 state an amount even where no unit is known.",
        "依托1.3万网格开展服务。",
        "1.3万",
    ),
    Rule(
        "quantity",
        "part-of-whole",
        "What stands behind 其中 without a unit is counted as its whole.",
        "检查20.6万人，其中山区5.1万。",
        "5.1万",
    ),
    Rule(
        "quantity",
        "list-shares-unit",
        "The last member of a list may bring the unit for all.",
        "三县分别有1.2万、2.3万和3.4万人参保。",
        "1.2万",
    ),
    Rule(
        "quantity",
        "share-in-words",
        "百分之, 千分之, 万分之 before a number make it a share.",
        "覆盖面达百分之八十五。",
        "百分之八十五",
    ),
    Rule("quantity", "half", "半数, 一半 and 过半 are fifty in a hundred.", "执委中半数以上来自农村。", "半数"),
    Rule("quantity", "fraction", "n分之m is a share, given to four places.", "女委员占四分之一。", "四分之一"),
    # ------------------------------------------------------------ period
    Rule(
        "period",
        "setting-year",
        "A figure holds for the year of its report unless the words say otherwise.",
        "举办讲座12场。",
        "12场",
    ),
    Rule(
        "period",
        "paragraph-says",
        "A year at a paragraph's head dates the sentences after it.",
        "2009年，学校增加。全市建校12所。",
        "12所",
    ),
    Rule(
        "period",
        "sentence-goes-on",
        "仅, 其中, 同时 carry on the time of the sentence before.",
        "去年，全市救助300人。仅县城就救助120人。",
        "120人",
    ),
    Rule(
        "period",
        "where-a-rise-began",
        "The first figure of 由…的…升到… is of the time it names.",
        "妇科病患病率由2008年的8.4%下降到3.1%。",
        "8.4%",
    ),
    Rule(
        "period",
        "before-a-rise",
        "What a rise began from, without a time, was true at no known time.",
        "网格员由最初的12人增至53人。",
        "12人",
    ),
    Rule(
        "period",
        "before-a-rise-compared",
        "Where the sentence compares with a year, a rise without a time began in that year.",
        "女职工比2010年减少300人，占比由36%降为33%。",
        "36%",
    ),
    Rule(
        "period",
        "what-is-compared-with",
        "A figure right behind the time that a sentence compares with is of that time.",
        "死亡率为9%，比2010年的15%下降6个百分点。",
        "15%",
    ),
    Rule(
        "period",
        "where-a-span-began",
        "What grew over a span of years began in its first.",
        "2006—2009年，参保女职工由120万人增加到180万人。",
        "120万人",
    ),
    Rule(
        "period",
        "where-a-rise-ended",
        "What grew over a span of years arrived in its last.",
        "2006—2009年，参保女职工由120万人增加到180万人。",
        "180万人",
    ),
    Rule(
        "period",
        "all-along-the-plan",
        "一直 and 连续多年 speak of the whole five-year plan under way.",
        "“十一五”期间，成效明显。住院分娩率一直稳定在97%以上。",
        "97%",
    ),
    Rule(
        "period",
        "listed-with-the-figure-before",
        "Figures joined by 、 or 和 are of one time.",
        "五年来，城市、农村检查率分别达89.1%和84.7%。",
        "84.7%",
    ),
    Rule(
        "period",
        "years-in-all",
        "So many years in all end, or begin, with the report's.",
        "十年累计转移劳力600人。",
        "600人",
    ),
    Rule(
        "period",
        "rate-at-the-end",
        "A rate within a story of some years is that of their end.",
        "五年来，检查妇女600人，检查率达81%。",
        "81%",
    ),
    Rule(
        "period",
        "of-a-term",
        "What is true of the members of a congress is true of a term whose years nobody says.",
        "市第五届人大代表中女性占19.5%。",
        "19.5%",
    ),
    Rule(
        "period",
        "stands-now",
        "现有 and 目前 come back to the time of the report.",
        "2009年秋季，入学率提高。全市现有示范园2所。",
        "2所",
    ),
    *(
        Rule(
            "period",
            f"said-as-{form.value}",
            f"The sentence says when: an expression of time ({form.zh}) before the figure.",
        )
        for form in PeriodForm
    ),
    # ------------------------------------------------------------ organization
    Rule(
        "organization",
        "reporting-body",
        "A figure is the reporting body's unless another is the subject.",
        "举办讲座12场。",
        "12场",
    ),
    Rule(
        "organization",
        "paragraph-subject",
        "A body that opens a paragraph is its subject until another is named.",
        "慈利县工作扎实。检查妇女120人。",
        "120人",
    ),
    Rule(
        "organization",
        "place-named-before",
        "全村 is the village that the sentence named last, where the reporting body is none.",
        "走访的石板村人多地少，全村外出务工212人。",
        "212人",
    ),
    Rule(
        "organization",
        "the-world",
        "What is told of the world is no body's.",
        "全世界每年约有20万名妇女死于宫颈癌。",
        "20万名",
    ),
    Rule(
        "organization",
        "the-others",
        "其他 and 其余 are not the place named before them.",
        "按地区看，慈利县培训6期，其他县培训2期。",
        "2期",
    ),
    *(
        Rule("organization", f"subject-{form.value}", f"The sentence names its subject before the figure ({form.zh}).")
        for form in BodyForm
    ),
    # ------------------------------------------------------------ status
    Rule(
        "status",
        "will-goes-on",
        "Behind a semicolon the same verb goes on with what will be done.",
        "今年将选择7个县检查宫颈癌；选择4个县检查乳腺癌。",
        "4个",
    ),
    Rule(
        "status", "setting-tells-deeds", "In a section on what was done, a figure was done.", "举办讲座12场。", "12场"
    ),
    Rule("status", "setting-plans", "In a plan, or a section on what is to come, a figure is planned."),
    Rule("status", "done-within-a-plan", "已, 目前 and a year gone by tell of deeds within a plan."),
    Rule("status", "as-the-figure-before", "A share or a detail has the standing of the figure it belongs to."),
    Rule(
        "status", "will-in-clause", "将, 力争, 计划 before the number tell the future.", "力争培训妇女300人。", "300人"
    ),
    Rule(
        "status",
        "will-in-sentence",
        "力争, 下一步, 今后 earlier in the sentence tell the future.",
        "下一步抓好培训，举办讲座12场。",
        "12场",
    ),
    Rule(
        "status",
        "the-mark-to-reach",
        "任务, 目标 beside a number name the mark to reach.",
        "全年检查任务8000人。",
        "8000人",
    ),
    Rule("status", "points", "A difference of two percentages is a change.", "入园率提高2.1个百分点。", "2.1个百分点"),
    Rule(
        "status",
        "rose-or-fell-by",
        "增长, 减少 right before a number tell a change, unless 到 or 至 follow them.",
        "信访件比上年减少35件。",
        "35件",
    ),
    Rule(
        "status",
        "age-or-length-of-time",
        "An age or a length of time qualifies something else, unless it is a mean.",
        "为期8天的培训。",
        "8天",
    ),
    Rule(
        "status",
        "per-head",
        "An amount a head qualifies another figure; it is no total of its own.",
        "人均救助1万元。",
        "1万元",
    ),
    Rule(
        "status",
        "threshold",
        "以上 or 以下 before what the next figure counts is a bound.",
        "年收入3万元以上的家庭有303户。",
        "3万元",
    ),
    # ------------------------------------------------------------ label
    Rule(
        "label",
        "noun-behind",
        "Verb, number, noun: the noun behind the unit was counted.",
        "组织了44场招聘会。",
        "44场",
    ),
    Rule(
        "label", "words-before", "Verb, noun, number: the words before the number tell.", "提供就业岗位300个。", "300个"
    ),
    Rule("label", "list-shares-its-verb", "A list states its verb once.", "创建示范基地41个、合作社10个。", "10个"),
    Rule(
        "label",
        "leans-on-the-thing-before",
        "金额, 惠及 and other bare words lean on what was counted before.",
        "开展父母课堂20场，惠及600人。",
        "600人",
    ),
    Rule(
        "label",
        "deed-on-the-thing-before",
        "A bare verb was done to what was counted before.",
        "收集调研报告200篇，遴选38篇。",
        "38篇",
    ),
    Rule(
        "label",
        "as-the-figure-before",
        "A figure without words of its own says the same of the same thing.",
        "建成妇女之家12个（9个）。",
        "9个",
    ),
    Rule(
        "label",
        "share-of-the-noun-behind",
        "A percentage may stand before what it is a share of.",
        "有99%的孕产妇到医院分娩。",
        "99%",
    ),
    Rule(
        "label",
        "share-of-a-whole",
        "占…的 names the whole; the part is what was counted before.",
        "女干部40名，占干部总数的20%。",
        "20%",
    ),
    Rule(
        "label",
        "part-of-a-whole",
        "其中 takes a part of what was counted before.",
        "公务员200名，其中女性40名。",
        "40名",
    ),
    Rule(
        "label",
        "subject-and-change",
        "A change names its subject with the level before it.",
        "女性就业人员41万人，比2005年增加2万人。",
        "2万人",
    ),
    Rule(
        "label",
        "list-shares-its-noun",
        "The noun behind a list tells what all its members count.",
        "对1.2万、2.3万和3.4万名妇女进行培训。",
        "1.2万",
    ),
    Rule(
        "label",
        "each-in-turn",
        "分别 hands out figures to as many subjects, each in its turn.",
        "普高、职高在校生规模分别达2562人、1032人。",
        "1032人",
    ),
    Rule(
        "indicator",
        "catalogue",
        "The label is a name, an alias or a wording of the catalogue, in a unit that fits it.",
        "高中阶段毛入学率达59.39%。",
        "59.39%",
    ),
    Rule(
        "period",
        "each-in-turn",
        "分别 hands out figures to as many years, each in its turn.",
        "2014年、2015年分别发放9亿元、7亿元。",
        "9亿元",
    ),
    Rule(
        "organization",
        "each-in-turn",
        "分别 hands out figures to as many bodies, each in its turn.",
        "慈利县、桑植县分别检查1200人和900人。",
        "900人",
    ),
    Rule(
        "label",
        "as-the-whole",
        "Of parts that only name their places the same thing is counted as of the whole.",
        "评选“最美家庭”7户，其中慈利县3户，桑植县4户。",
        "3户",
    ),
    # ------------------------------------------------------------ ties
    Rule(
        "denominator", "among-which", "其中 ties a part to the whole before it.", "公务员200名，其中女性40名。", "40名"
    ),
    Rule(
        "denominator",
        "share-of-the-whole-before",
        "占 behind a part and its whole was formed of the two.",
        "公务员200名，其中女性40名，占20%。",
        "20%",
    ),
    Rule(
        "numerator",
        "share-by-the-figure-before",
        "占 behind a single figure is its share of a whole that is not printed.",
        "女干部40名，占干部总数的20%。",
        "20%",
    ),
    # ------------------------------------------------------------ tables
    Rule(
        "quantity",
        "table-cell",
        "A number alone in a table's cell counts, with its own unit or the one its head gives.",
        "县区\t培训妇女\n慈利县\t120人\n桑植县\t90人",
        "120人",
    ),
    Rule(
        "quantity",
        "unit-of-the-column",
        "A head's unit, its 万 included, is that of every number under it.",
        "县区\t贷款（万元）\n慈利县\t320\n桑植县\t210",
        "320",
    ),
    Rule(
        "quantity",
        "unit-of-the-row",
        "In a table of indicators each row brings its unit.",
        "指标\t单位\t2009年\n女干部\t人\t8213\n维权站\t个\t36",
        "8213",
    ),
    Rule(
        "quantity",
        "unit-of-a-share",
        "占比, 增长率 and their like are printed in percent where a table does not say so.",
        "指标\t数量（人）\t增长率\n女干部\t821\t3.2\n女党员\t960\t4.1",
        "3.2",
    ),
    Rule(
        "quantity",
        "unit-above-the-table",
        "单位：… above a table goes for all numbers that no nearer word gives a unit.",
        "单位：万元\n县区\t贷款\t贴息\n慈利县\t320\t12\n桑植县\t210\t9",
        "320",
    ),
    Rule(
        "quantity",
        "unit-in-the-name",
        "户数, 期数 and 人数 name their unit.",
        "县区\t慰问户数\n慈利县\t32\n桑植县\t21",
        "32",
    ),
    Rule(
        "organization",
        "table-row",
        "The body that a row names is whose its numbers are.",
        "县区\t培训（人）\n慈利县\t120\n桑植县\t90",
        "90",
    ),
    Rule(
        "organization",
        "table-column",
        "The body that a head names is whose the numbers under it are.",
        "指标\t慈利县\t桑植县\n培训（人）\t120\t90\n维权站（个）\t12\t9",
        "90",
    ),
    Rule(
        "organization",
        "table-corner",
        "The body in a table's corner is whose all its numbers are.",
        "慈利县\t培训（人）\n2008年\t120\n2009年\t90",
        "90",
    ),
    Rule(
        "organization",
        "table-total",
        "合计 is of all that report: the body whose table it is.",
        "县区\t培训（人）\n慈利县\t120\n桑植县\t90\n合计\t210",
        "210",
    ),
    Rule(
        "period",
        "table-row",
        "The year that a row names is that of its numbers.",
        "年份\t办班（期）\n2008年\t12\n2009年\t15",
        "12",
    ),
    Rule(
        "period",
        "table-head",
        "The year that a head names is that of the numbers under it.",
        "指标\t2008年\t2009年\n女干部（人）\t821\t846\n维权站（个）\t12\t15",
        "821",
    ),
    Rule(
        "period",
        "table-corner",
        "The year in a table's corner is that of all its numbers.",
        "2008年\t培训（人）\n慈利县\t120\n桑植县\t90",
        "90",
    ),
    Rule(
        "period",
        "table-title",
        "The year of a table's title goes for all of it.",
        "2008年培训情况表\n县区\t培训（人）\n慈利县\t120\n桑植县\t90",
        "90",
    ),
    Rule(
        "status",
        "table-head",
        "目标 and 任务 at the head of a column plan, 完成 and 实际 tell deeds, 增长 and 同比 a change.",
        "县区\t任务数（人）\t完成数（人）\n慈利县\t100\t120\n桑植县\t80\t90",
        "100",
    ),
    Rule(
        "status",
        "table-title",
        "A table of tasks, by its title, plans.",
        "检查任务分解表\n县区\t人数（人）\n慈利县\t120\n桑植县\t90",
        "90",
    ),
    Rule(
        "label",
        "table-head",
        "The head of a column tells what is counted where rows are bodies or years.",
        "县区\t培训妇女（人）\n慈利县\t120\n桑植县\t90",
        "120",
    ),
    Rule(
        "label",
        "table-row",
        "The words of a row tell what is counted where heads are years, bodies or 数量.",
        "妇女之家\n112个\n家长学校\n90所",
        "90所",
    ),
    Rule(
        "label",
        "table-row-and-head",
        "Where row and head both tell, what is counted is both.",
        "类别\t新建（个）\t撤并（个）\n妇女之家\t12\t3\n家长学校\t9\t2",
        "3",
    ),
    Rule(
        "label",
        "table-title",
        "Where neither row nor head tells, the title does.",
        "项目：救助患病妇女\n数量：76人\n金额：76万元",
        "76人",
    ),
)

RULES = MappingProxyType({(rule.field, rule.name): rule for rule in _RULES})
"""Every rule by field and name."""


def rule_of(line: str) -> tuple[Rule | None, str]:
    """Tell which rule left a line of a trail, and what it decided (规则说明).

    Args:
        line: A line of ``Observation.trail``: ``field:rule=decision``.

    Returns:
        The rule, or None where the line is no rule's; and the decision.

    Example:
        >>> rule, decision = rule_of("status:points=change")
        >>> rule.reason, decision
        ('A difference of two percentages is a change.', 'change')
    """
    field, _, rest = line.partition(":")
    name, _, decision = rest.partition("=")
    return RULES.get((field, name)), decision
